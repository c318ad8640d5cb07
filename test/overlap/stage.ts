/** Actors that stop before every operation on a file: what they say, and how they are let go on. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Actor } from './plays.js';

/** How to start a process, and the actors that play in it. */
export interface Host {
  readonly command: string;
  readonly args: readonly string[];
  readonly actors: readonly Actor[];
  readonly env?: Readonly<Record<string, string>>;
}

export type Said =
  /** It is about to do something, and waits. */
  | { readonly kind: 'gate' }
  | { readonly kind: 'end'; readonly answer: string };

/** Stands for an answer when there is none. */
export const PROCESS_ENDED = 'the process has ended';

export interface Stage {
  /** What the actor says next. */
  readonly next: (actor: Actor) => Promise<Said>;
  readonly letGo: (actor: Actor) => void;
  readonly close: () => void;
}

/** What an actor has said and nobody has heard yet, or who waits to hear it. */
interface Mailbox {
  readonly process: ChildProcess;
  readonly said: Said[];
  readonly listeners: ((said: Said) => void)[];
}

export function openStage(hosts: readonly Host[]): Stage {
  const mailboxes = new Map<string, Mailbox>();
  for (const { command, args, actors, env } of hosts) {
    const process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...globalThis.process.env, ...env } });
    for (const actor of actors) mailboxes.set(actor, { process, said: [], listeners: [] });
    createInterface({ input: process.stdout }).on('line', (line) => deliver(mailboxes.get(line.slice(0, 1)), saidIn(line.slice(2))));
    process.on('close', () => actors.forEach((actor) => deliver(mailboxes.get(actor), { kind: 'end', answer: PROCESS_ENDED })));
  }
  const box = (actor: Actor): Mailbox => {
    const found = mailboxes.get(actor);
    if (!found) throw new Error(`nobody plays ${actor}`);
    return found;
  };
  return {
    next: (actor) => new Promise((resolve) => {
      const { said, listeners } = box(actor);
      const first = said.shift();
      if (first) resolve(first);
      else listeners.push(resolve);
    }),
    letGo: (actor) => { box(actor).process.stdin?.write(`${actor}\n`); },
    close: () => mailboxes.forEach(({ process }) => process.kill('SIGKILL')),
  };
}

function deliver(mailbox: Mailbox | undefined, said: Said): void {
  if (!mailbox) return;
  const listener = mailbox.listeners.shift();
  if (listener) listener(said);
  else mailbox.said.push(said);
}

function saidIn(text: string): Said {
  return text === 'gate' ? { kind: 'gate' } : { kind: 'end', answer: text };
}
