/** The line that says which function is being looked at. Only people at a terminal see it, and it leaves nothing behind. */
import { visible } from '../report/escape.js';
import { cut } from '../report/terminal/text.js';
import type { Arguments } from './arguments.js';
import type { Io } from './io.js';

export interface Progress {
  show(done: number, total: number, name: string): void;
  clear(): void;
}

const CLEAR_LINE = '\r\u001b[K';
const USUAL_WIDTH = 80;

export function openProgress({ progress, quiet }: Arguments, { stderr, env }: Io): Progress {
  const { isTTY, columns } = stderr as Partial<NodeJS.WriteStream>;
  if (!progress || quiet || isTTY !== true || env['CI'] !== undefined || env['TERM'] === 'dumb') return { show: () => undefined, clear: () => undefined };
  const width = (columns || USUAL_WIDTH) - 1;
  return {
    show: (done, total, name) => { stderr.write(`${CLEAR_LINE}${cut(`${done + 1}/${total} ${visible(name)}`, width)}`); },
    clear: () => { stderr.write(CLEAR_LINE); },
  };
}
