import { setTimeout as sleep } from 'node:timers/promises';
import { runIn, runSafelyIn, type Tasks } from './context.js';

interface PageRequest {
  readonly id: string;
  readonly path: string;
}

class Pending implements Tasks {
  private readonly all: Promise<unknown>[] = [];

  add(work: Promise<unknown>): void {
    this.all.push(work); // safe: an object of the invocation
  }
}

async function render(path: string): Promise<string> {
  await sleep(5);
  return `<h1>${path}</h1>`;
}

// entry: page
export const page = (event: PageRequest) => runIn({ id: event.id, tasks: new Pending() }, () => render(event.path));

// entry: pageFixed
export const pageFixed = (event: PageRequest) => runSafelyIn({ id: event.id, tasks: new Pending() }, () => render(event.path));
