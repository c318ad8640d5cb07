import { AsyncLocalStorage } from 'node:async_hooks';

export interface Tasks {
  add(work: Promise<unknown>): void;
}

interface RequestContext {
  readonly id: string;
  readonly tasks: Tasks;
}

const CONTEXT = Symbol.for('@acme/request-context');
const STARTED = Symbol('started');
const current = new AsyncLocalStorage<RequestContext>();
const everywhere = globalThis as unknown as Record<symbol, unknown>;

everywhere[STARTED] = Date.now(); // safe: once, when the module is loaded

/** Frameworks look for the context under this symbol. */
function publish(): void {
  const context = current.getStore();
  everywhere[CONTEXT] = { // expect: request-state-leak error
    get: () => ({ waitUntil: (work: Promise<unknown>) => context?.tasks.add(work) }),
  };
}

/** The closure asks for the context when it is called. */
export function publishOnce(): void {
  everywhere[CONTEXT] ??= { // fixed: what is published finds the store of whoever calls it
    get: () => ({ waitUntil: (work: Promise<unknown>) => current.getStore()?.tasks.add(work) }),
  };
}

export function runIn<T>(context: RequestContext, work: () => Promise<T>): Promise<T> {
  return current.run(context, async () => {
    publish();
    return await work();
  });
}

export function runSafelyIn<T>(context: RequestContext, work: () => Promise<T>): Promise<T> {
  return current.run(context, async () => {
    publishOnce();
    return await work();
  });
}
