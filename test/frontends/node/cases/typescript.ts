import fs = require('fs');
import type { Only } from './types';
import { type Erased, Kept } from './kept';
import Alias = Tools.Inner;

declare const GLOBAL: string;
declare function external(x: number): void;
export enum Level { Low, High = 5, Higher, Text = 'text', Computed = GLOBAL.length }
const enum Flag { A = 1 << 2 }

namespace Tools {
  export const table: Record<string, Only> = {};
  export function add(name: string) { table[name] = null!; return helper(name); }
  function helper(x: string) { return x; }
  export namespace Inner { export let depth = Level.Higher; }
}

export function overloaded(x: string): void;
export function overloaded(x: number): void;
export function overloaded(this: Window, x: any, y?: Erased) {
  const client = x as Kept;
  let typed: Map<string, Kept[]> = <any>y;
  external(Flag.A);
  Tools.add(client.name)!;
  Alias.depth = Level.High;
  fs.writeFileSync('/tmp/x', (typed satisfies object) as unknown as string);
  return { level: Level[x], identity: identity<string> };
}
function identity<T>(x: T): T { return x; }
export { Level as Grade, identity as default };
