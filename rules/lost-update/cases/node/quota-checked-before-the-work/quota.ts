const quota = { left: 100 };
const seats = { left: 100 };

export const left = (): number => quota.left;

export function setLeft(value: number): void {
  quota.left = value; // expect: lost-update error
}

export function takeSeat(): boolean {
  if (seats.left === 0) return false;
  seats.left -= 1; // fixed: taken in the turn in which it was checked
  return true;
}
