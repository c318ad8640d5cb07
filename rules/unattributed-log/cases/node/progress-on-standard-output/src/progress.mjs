export function report(done, total) {
  process.stdout.write(`${done} of ${total}\n`); // expect: unattributed-log note
}

// fixed: the console writes the id of the request before the text
export function reportOnConsole(done, total) {
  console.log(`${done} of ${total}`);
}

export function reportFor(requestId, done, total) {
  process.stdout.write(`${requestId} ${done} of ${total}\n`); // safe: the line says whose it is
}
