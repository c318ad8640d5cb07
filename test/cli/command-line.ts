/** Runs the command line in this process: streams that remember, a folder of files that is deleted afterwards. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.js';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Both streams say that they are terminals. */
  readonly isTerminal?: boolean;
}

/** What `reentrant …args` does. */
export async function reentrant(args: readonly string[], { cwd = process.cwd(), env = {}, isTerminal = false }: RunOptions = {}): Promise<Run> {
  const stdout = remember(isTerminal);
  const stderr = remember(isTerminal);
  const code = await main(args, { stdout: stdout.stream, stderr: stderr.stream, cwd, env });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function remember(isTerminal: boolean): { readonly stream: Writable; text(): string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream: isTerminal ? Object.assign(stream, { isTTY: true, columns: 100 }) : stream, text: () => chunks.join('') };
}

/** A new folder with these files; deleted when the test is finished. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'reentrant-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** The part of the JSON report that the tests look at. */
export interface Report {
  readonly summary: { readonly worstVerdict: string; readonly worstScore: number };
  readonly functions: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly because: string;
    readonly findings: readonly string[];
    readonly declared: { readonly entries: readonly { readonly file: string; readonly symbol: string }[]; readonly notAnalysed?: { readonly kind: string } };
  }[];
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly location: { readonly file: string; readonly line: number } }[];
  readonly accepted: {
    readonly suppressed: readonly { readonly by: { readonly reason: string } }[];
    readonly unusedSuppressions: readonly { readonly file: string; readonly line: number }[];
    readonly inBaseline: number;
    readonly staleInBaseline: number;
  };
  readonly templates: readonly string[];
  readonly passedOver: Readonly<Record<string, number>>;
  readonly problems: readonly { readonly kind: string; readonly file: string; readonly line?: number; readonly message: string }[];
  readonly statistics: readonly { readonly language: string; readonly calls: number }[];
}

/** The JSON report of an audit, which must print nothing else. */
export async function auditJson(args: readonly string[], options: RunOptions = {}): Promise<{ readonly code: number; readonly report: Report }> {
  const { code, stdout, stderr } = await reentrant([...args, '--format', 'json'], options);
  if (stderr !== '') throw new Error(stderr);
  return { code, report: JSON.parse(stdout) as Report };
}
