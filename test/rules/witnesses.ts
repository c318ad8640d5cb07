/** Whether witnesses tell of code that is there: two invocations, places that the front-end has lowered, and calls that lead to them from an entry point. */
import { blocksIn } from '../../src/analysis/walk/captures.js';
import type { Finding, WitnessStep } from '../../src/findings/finding.js';
import { locate, type Block, type FunctionBody, type Location, type Program, type Statement } from '../../src/ir/index.js';

interface Code {
  readonly statement: Statement;
  readonly fn: FunctionBody;
}

/** What is wrong with the witnesses of `findings`, which those outside of code do not need; `entries` are the names of the entry points' methods. */
export function untrueWitnesses(findings: readonly Finding[], programs: Iterable<Program>, entries: readonly string[]): readonly string[] {
  const opened = [...programs];
  const code = codeByPlace(opened);
  const lowered = new Set(opened.flatMap((program) => program.loweredFiles()));
  return findings.filter(({ witness, location }) => witness !== undefined || lowered.has(location.file)).flatMap(({ rule, witness, location, related }) => {
    const complaints = witness ? [...invocationsOf(witness.steps), ...witness.steps.flatMap((step) => stepComplaints(code, step, entries))] : ['no witness'];
    const repeats = related.filter((other) => keyOf(other.location) === keyOf(location)).map(({ message }) => `it names its own place again: ${message}`);
    return [...complaints, ...repeats].map((complaint) => `${rule} at ${textOf(location)}: ${complaint}`);
  });
}

function invocationsOf(steps: readonly WitnessStep[]): readonly string[] {
  return ['A', 'B'].filter((name) => !steps.some(({ invocation }) => invocation === name)).map((name) => `invocation ${name} does nothing`);
}

function stepComplaints(code: ReadonlyMap<string, readonly Code[]>, { location, calls }: WitnessStep, entries: readonly string[]): readonly string[] {
  const way = [...calls, location];
  const at = (place: Location | undefined): readonly Code[] => (place && code.get(keyOf(place))) ?? [];
  const missing = way.filter((place) => at(place).length === 0).map((place) => `${textOf(place)} is no code`);
  const broken = calls.flatMap((place, index) => (at(place).some(({ statement }) => at(way[index + 1]).some(({ fn }) => leadsTo(statement, fn))) ? [] : [`${textOf(place)} does not lead to ${textOf(way[index + 1] ?? place)}`]));
  const isReached = at(way[0]).some(({ fn }) => fn.enclosing !== undefined || entries.includes(simpleName(fn)));
  return [...missing, ...broken, ...(isReached ? [] : [`${textOf(calls[0] ?? location)} is in no entry point`])];
}

/** Whether `statement` is a call that can run `fn`. Who is handed a function may run it; a library may run what implements its interface. */
function leadsTo(statement: Statement, fn: FunctionBody): boolean {
  if (statement.op === 'new') return fn.isConstructor || simpleName(fn).startsWith('<') || fn.enclosing !== undefined;
  if (statement.op !== 'call') return false;
  const { callee } = statement;
  if (callee.kind === 'direct') return callee.function === fn.id;
  if (callee.kind === 'method' || callee.kind === 'super') return callee.name === simpleName(fn) || fn.accessor !== undefined || fn.enclosing !== undefined || statement.args.length > 0;
  return true;
}

function simpleName({ name }: FunctionBody): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function codeByPlace(programs: Iterable<Program>): ReadonlyMap<string, readonly Code[]> {
  const found = new Map<string, Code[]>();
  for (const program of programs) {
    for (const file of program.loweredFiles()) {
      const { bodies, lineStarts } = program.module(file)!;
      for (const fn of bodies.values()) {
        visit(fn.body, (statement) => {
          const key = keyOf(locate(file, lineStarts, statement.at));
          found.set(key, [...(found.get(key) ?? []), { statement, fn }]);
        });
      }
    }
  }
  return found;
}

function visit(block: Block, use: (statement: Statement) => void): void {
  for (const statement of block) {
    use(statement);
    for (const inner of blocksIn(statement)) visit(inner, use);
  }
}

function keyOf({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function textOf({ file, line }: Location): string {
  return `${file}:${line}`;
}
