/**
 * Runs handlers in worker threads, one per actor, and stops each before every operation on a file below the sandbox until it is
 * let go on. Arguments: a CommonJS bundle, the name of the export, the sandbox, and a JSON object of events by actor.
 */
import fs, { promises } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) directActors(process.argv.slice(2));
else await play(workerData);

function directActors([bundle, handler, sandbox, events]) {
  const turns = new Map(Object.entries(JSON.parse(events)).map(([actor, event]) => {
    const turn = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { bundle, handler, sandbox, actor, event, turn } });
    worker.on('message', (said) => process.stdout.write(`${actor} ${said}\n`));
    return [actor, turn];
  }));
  createInterface({ input: process.stdin }).on('line', (actor) => {
    Atomics.add(turns.get(actor), 0, 1);
    Atomics.notify(turns.get(actor), 0);
  });
}

async function play({ bundle, handler, sandbox, actor, event, turn }) {
  let passed = 0;
  const gate = () => {
    parentPort.postMessage('gate');
    Atomics.wait(turn, 0, passed);
    passed++;
  };
  for (const module of [fs, promises]) {
    for (const [name, original] of Object.entries(module)) {
      if (typeof original !== 'function' || /^[A-Z_]/.test(name)) continue;
      module[name] = (...args) => {
        if (typeof args[0] === 'string' && args[0].startsWith(sandbox)) gate();
        return original.apply(module, args);
      };
    }
  }
  syncBuiltinESMExports();
  gate();
  try {
    const answer = await createRequire(import.meta.url)(bundle)[handler](event, { awsRequestId: `request-${actor}` });
    parentPort.postMessage(`done ${JSON.stringify(answer)}`);
  } catch (error) {
    parentPort.postMessage(`failed ${JSON.stringify(String(error.message))}`);
  }
  process.exit();
}
