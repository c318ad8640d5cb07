declare const clock: { now(): number };

/** A minute from now, by a clock that tests set. */
export function soon(): number {
  return clock.now() + 60_000;
}
