/** The schedule of two invocations in two columns, in the order in which its steps happen. */
import type { Witness, WitnessStep } from '../../findings/finding.js';
import type { Location } from '../../ir/index.js';
import { visible } from '../escape.js';
import { labelled, type Page } from './page.js';
import { cutStart, padEnd, padStart, widthOf, wrap } from './text.js';

const GAP = '  ';
/** Columns for step numbers. */
const NUMBERS = 4;
/** Columns of an invocation, so that ways to its steps have room. */
const MIN_COLUMN = 34;

/** `home` is the file of the finding: steps in it are named by line only. */
export function interleaving(page: Page, witness: Witness, home: string, indent: string): readonly string[] {
  const [a, b] = titles(witness);
  const room = Math.floor((page.width - widthOf(indent) - NUMBERS - GAP.length) / 2);
  const column = Math.min(room, Math.max(MIN_COLUMN, widthOf(b), ...witness.steps.map((step) => naturalWidth(step, home))));
  const head = `${indent}${' '.repeat(NUMBERS)}${padEnd(a, column)}${GAP}${b}`;
  const arrived = new Map<string, ReadonlySet<string>>();
  const rows = witness.steps.flatMap((step, index) => {
    const cell = cellOf(step, home, column, arrived);
    return cell.map(({ text, isWay }, line) => {
      const number = line === 0 ? padStart(String(index + 1), NUMBERS - 2) : ' '.repeat(NUMBERS - 2);
      const placed = step.invocation === 'A' ? text : ' '.repeat(column) + GAP + text;
      const color = step.invocation === 'A' ? page.chalk.cyan : page.chalk.magenta;
      return `${indent}${page.chalk.dim(number)}  ${(isWay ? page.chalk.dim : color)(placed)}`.trimEnd();
    });
  });
  const outcome = labelled(page, `${indent}${' '.repeat(NUMBERS - 2)}→ `, visible(witness.outcome), page.chalk.red, page.chalk.red);
  return [page.chalk.dim(head), ...rows, ...outcome];
}

function titles({ relation }: Witness): readonly [string, string] {
  switch (relation) {
    case 'overlapping': return ['invocation A', 'invocation B'];
    case 'own-threads': return ['thread A of the invocation', 'thread B'];
    case 'later-on-the-same': return ['invocation A', 'invocation B, later'];
  }
}

/** Columns that a step takes when nothing is wrapped. */
function naturalWidth({ action, location }: WitnessStep, home: string): number {
  return widthOf(visible(action)) + 2 + widthOf(shortPlace(location, home));
}

interface CellLine {
  readonly text: string;
  /** It says how the invocation gets to the step. */
  readonly isWay: boolean;
}

/** The lines of one step: what it does, wrapped, with its place at the right; the first time also how the invocation gets there. */
function cellOf(step: WitnessStep, home: string, column: number, arrived: Map<string, ReadonlySet<string>>): readonly CellLine[] {
  const place = cutStart(shortPlace(step.location, home), Math.floor(column / 2));
  const lines = wrap(visible(step.action), column - widthOf(place) - 1);
  const first = `${padEnd(lines[0] ?? '', column - widthOf(place))}${place}`;
  return [
    ...[first, ...lines.slice(1)].map((text) => ({ text, isWay: false })),
    ...way(step, column, arrived).map((text) => ({ text, isWay: true })),
  ];
}

/** Calls that lead to a step, when the invocation has not come that way before. */
function way({ invocation, calls }: WitnessStep, column: number, arrived: Map<string, ReadonlySet<string>>): readonly string[] {
  const path = pathText(calls);
  const before = arrived.get(path) ?? new Set();
  if (path === '' || before.has(invocation)) return [];
  arrived.set(path, new Set([...before, invocation]));
  return before.size > 0 ? ['called the same way'] : wrap(`called at ${path}`, column);
}

/** `Handler.java:38 → 51 → Service.java:32`: a file is named where it changes. */
function pathText(calls: readonly Location[]): string {
  return calls.map(({ file, line }, index) => (calls[index - 1]?.file === file ? String(line) : `${fileName(file)}:${line}`)).join(' → ');
}

/** `:14` in the finding's own file, else the file's name without its folders. */
function shortPlace({ file, line }: Location, home: string): string {
  return `${file === home ? '' : fileName(file)}:${line}`;
}

function fileName(file: string): string {
  return visible(file.slice(file.lastIndexOf('/') + 1));
}
