/** What README.md shows is what the program does: the sample is real output, the workflow is valid YAML with options that exist. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseArguments } from '../src/cli/arguments.js';
import { main } from '../src/cli/main.js';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** A clone of the project, as far as the sample needs one: names are relative to the folder that holds `.git`. */
const clone = mkdtempSync(join(tmpdir(), 'reentrant-readme-'));
beforeAll(() => {
  mkdirSync(join(clone, '.git'));
  cpSync(join(ROOT, 'fixtures'), join(clone, 'fixtures'), { recursive: true });
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

it('the sample is what the command in its first line prints, but for lines of dots', async () => {
  const [, command = '', sample = ''] = /^```\n\$ npm start --silent -- (.*)\n([^]*?)^```/m.exec(README) ?? [];
  const printed = (await outputOf(command.split(' '))).split('\n');
  let next = 0;
  for (const line of sample.trimEnd().split('\n')) {
    if (line.trim() === '…') continue;
    const found = printed.indexOf(line, next);
    expect(found, `not in the output, or not there: ${line}`).toBeGreaterThanOrEqual(next);
    next = found + 1;
  }
  expect(next).toBeGreaterThan(0);
});

it('the workflow is valid, and the program takes its arguments', () => {
  const [, text = ''] = /^```yaml\n([^]*?)^```/m.exec(README) ?? [];
  const workflow = parse(text) as { readonly jobs: { readonly audit: { readonly steps: readonly { readonly run?: string }[] } } };
  const run = workflow.jobs.audit.steps.flatMap((step) => step.run ?? []).join(' ');
  expect(parseArguments(run.slice(run.indexOf(' -- ') + 4).split(' '), '0.0.0')).toMatchObject({
    kind: 'audit', arguments: { outputs: [{ format: 'terminal' }, { format: 'sarif', file: 'reentrant.sarif' }] },
  });
});

async function outputOf(argv: readonly string[]): Promise<string> {
  const chunks: string[] = [];
  const collect = (into: string[]): Writable => new Writable({ write: (chunk: Buffer, _encoding, done) => { into.push(chunk.toString()); done(); } });
  await main(argv, { stdout: collect(chunks), stderr: collect([]), cwd: clone, env: {} });
  return chunks.join('');
}
