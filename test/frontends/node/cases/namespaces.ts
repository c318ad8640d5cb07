// file: handler.ts
import tracker = require('./tracker');
import { Session } from './session';
import { report } from './report';
import type { Erased } from './erased';
import { Options } from './options';

export = {
  handler(event: Options, gone?: Erased) {
    tracker.user = tracker.start(event.user);
    Session.count++;
    report.current = Session.begin(report(Session.Level.Low));
    return new tracker.Entry(gone);
  },
};
// file: tracker.ts
function tracker() { return tracker.user; }
namespace tracker {
  export let user = '';
  export const start = (name: string) => (user = name);
  export class Entry { constructor(readonly of: unknown) {} }
}
export = tracker;
// file: session.ts
export class Session { who() { return Session.user; } }
export namespace Session {
  export let user: string | undefined;
  export let count = 0;
  export enum Level { Low }
  export const begin = (name: string): string => (user = name);
}
// file: report.ts
export function report(level: number): string;
export function report(level: string): string;
export function report(level: unknown): string { return `${level}${report.current}`; }
export namespace report { export let current = ''; }
// file: options.ts
import { writeFileSync } from 'node:fs';
export interface Options { user: string }
writeFileSync('/tmp/never', '');
// file: erased.ts
export class Erased {}
