import { readRows } from './rows.mjs';

const settings = await fetch('https://example.com/settings');
let pending;

export async function handler(event, context) {
  const client = (await import('pg')).default;
  const rows = await import('./rows.mjs');
  pending ??= load(event);
  const [a, b] = await Promise.all([pending, rows.readRows(event)]);
  for await (const { id, value = await load(id) } of readRows(a)) context.log(id, value);
  load(b).then((x) => { pending = x; }).catch(() => {}).finally(done);
  import('./rows.mjs').then((m) => m.readRows(client));
  await using file = await open('/tmp/x');
  return file.read(await null);
}

async function* stream(source) {
  const reply = yield source.next();
  yield* reply;
}

function* ids() { let i = 0; while (true) yield i++; }
const load = async (event) => settings.json(event, stream, ids);
function done() {}
