/** What standard output is: a terminal or not, how wide, and whether colours are wanted there. */
import type { Io } from './io.js';

export interface Screen {
  readonly width: number;
  readonly color: boolean;
}

/** Columns where nobody says how many there are. */
const USUAL_WIDTH = 100;

/** `color`: what the command line says. */
export function screenOf({ stdout, env }: Io, color: boolean): Screen {
  const { isTTY, columns } = stdout as Partial<NodeJS.WriteStream>;
  return { width: columns || USUAL_WIDTH, color: color && wantsColor(env, isTTY === true) };
}

/** https://no-color.org, then https://force-color.org, then what the terminal can do. */
function wantsColor(env: Io['env'], isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
