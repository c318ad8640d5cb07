/** `--print summaries`: every finding rests on a line of what the invocation does, and on a summary of the function it lies in. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { casesOf } from '../rules/cases.js';
import { auditJson, reentrant } from './command-line.js';

/** Rules whose findings lie at an access to memory or at a lock, in invocation code. */
const MEMORY_RULES = ['request-state-leak', 'inconsistent-lock', 'unsynchronized-access', 'unsafe-iteration', 'lost-update', 'unsafe-lazy-init', 'lock-order', 'lock-across-io', 'stale-thread-local'];
const RULES = path.join(import.meta.dirname, '../../rules');

const cases = MEMORY_RULES.flatMap((rule) => (['java', 'dotnet'] as const).flatMap((language) => casesOf(rule, language))).map(({ rule, language, mechanism, marks }) => ({
  name: `${rule}, ${language}, ${mechanism}`, folder: path.join(RULES, rule, 'cases', language, mechanism),
  entries: marks.flatMap((mark) => (mark.kind === 'entry' ? ['--entry', `${mark.file}#${mark.name}`] : [])),
}));

interface Place {
  readonly file: string;
  readonly line: number;
}

/** Lines of the part that says what the invocation does, and of the summaries of functions. */
function parts(printed: string): { readonly invocation: string; readonly summaries: readonly string[] } {
  const blocks = printed.split('\n\n');
  return { invocation: blocks.filter((block) => block.startsWith('invocation')).join('\n'), summaries: blocks.filter((block) => /^(?:== .*\n)?summary /.test(block)) };
}

function isSummaryWith({ file, line }: Place, block: string): boolean {
  return block.split('\n').some((text, index) => (index > 0 && text.startsWith(`  :${line} `) && block.includes(` at ${file}:`)) || text.startsWith(`  ${file}:${line} `));
}

describe('--print summaries', () => {
  it.each(cases)('$name: shows what its findings rest on', async ({ folder, entries }) => {
    const { report } = await auditJson([folder, ...entries, '--no-config', '--fail-on', 'never']);
    const { stdout } = await reentrant([folder, ...entries, '--no-config', '--print', 'summaries']);
    const { invocation, summaries } = parts(stdout);
    const missing = report.findings.filter(({ rule }) => MEMORY_RULES.includes(rule)).filter(({ location }) => !invocation.includes(`  ${location.file}:${location.line} `) || !summaries.some((block) => isSummaryWith(location, block)));
    expect(missing).toEqual([]);
  });

  it('names locks, inputs and the way from the handler', async () => {
    const { stdout } = await reentrant([path.join(RULES, 'inconsistent-lock/cases/java/two-different-locks'), '--no-config', '--print', 'summaries']);
    expect(stdout).toMatch(/summary JobQueue\.enqueue\(job: new String\) on new queue\.JobQueue/);
    expect(stdout).toMatch(/mutate this\.jobs\[\]: java\.util\.LinkedList; value new String from job; holding this\.writeLock/);
    expect(stdout).toMatch(/JobQueue\.java:12 mutate handler queue\.QueueHandler\.queue\.jobs\[\].*; holding handler queue\.QueueHandler\.queue\.writeLock; via .*QueueHandler\.java:13/);
  });
});
