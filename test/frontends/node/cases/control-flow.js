function flow(event, items) {
  if (event.a) one(); else if (event.b) { two(); } else three();
  if (event.a && event.b !== null && !event.c) return event.a || event.d;
  outer: for (let i = 0, n = items.length; i < n; i++) {
    for (const key in items[i]) {
      if (key === 'skip') continue outer;
      if (key === 'stop') break outer;
    }
  }
  while (true) { if (event.done) break; }
  do { event.n--; } while (event.n > 0);
  for (;;) { event.tick(); }
  switch (typeof event.kind) {
    case 'string': { one(); break; }
    case 'number':
      two();
    case flow:
      if (event.x) { return 1; } else { throw new Error('x'); }
    default:
  }
  block: { if (event.y) break block; three(); }
  try { one(); } catch { two(); } finally { three(); }
  try { one(); } catch ({ message }) { log(message); }
  const grade = event.n > 9 ? 'a' : event.n > 5 ? 'b' : 'c';
  throw void 0, grade in items, -1, !grade, grade instanceof String;
}
