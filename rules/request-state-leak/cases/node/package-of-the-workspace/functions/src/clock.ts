let asked = 0;

export function now(): number {
  asked += 1; // safe: one turn
  return Date.now() + asked;
}
