export function giveUp(reason) {
  console.error(reason);
  process.exit(1); // expect: process-exit error
}
