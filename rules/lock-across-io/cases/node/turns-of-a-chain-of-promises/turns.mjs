let tail = Promise.resolve();

/** Runs `work` when all work before it has ended. */
export function inTurn(work) {
  const turn = tail.then(work);
  tail = turn.catch(() => undefined);
  return turn;
}
