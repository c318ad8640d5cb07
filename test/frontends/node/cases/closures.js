const shared = [];

export function makeCounter(start, step = 1) {
  let count = start;
  const local = step;
  let unread;
  return {
    next: () => { count += step; return count; },
    reset() { count = start; unread = this; },
    local,
  };
}

export function shadow(x) {
  const values = [];
  {
    const x = hoisted();
    values.push(x);
    function hoisted() { return x2; }
  }
  for (let i = 0; i < 3; i++) setTimeout(() => shared.push(i), x);
  for (const x of values) { values.push(() => x); }
  try { throw x; } catch (x) { values.forEach((y) => y(x)); } finally { var x2 = 1; }
  return function inner(n) { return n > 0 ? inner(n - 1) : arguments.length; };
}
