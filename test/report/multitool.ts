/**
 * The SARIF Multitool, where its binary runs on this machine. Elsewhere the test checks against the schema alone, which the
 * package brings along. Its exit code is 0 even when it finds errors, so the results it writes are read.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

export interface Complaint {
  readonly rule: string;
  readonly level: string;
  readonly text: string;
}

const packageFolder = findPackage();

/** What the Multitool (rule kinds Sarif and Ghas) says of `log`; nothing when its binary does not run here. */
export function validateWithMultitool(log: string): readonly Complaint[] | undefined {
  const binary = path.join(packageFolder, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  if (!existsSync(binary)) return undefined;
  // Its install script does the same, but may not be allowed to run.
  chmodSync(binary, 0o755);
  const folder = mkdtempSync(path.join(tmpdir(), 'reentrant-sarif-'));
  try {
    const [input, output] = [path.join(folder, 'in.sarif'), path.join(folder, 'out.sarif')];
    writeFileSync(input, log);
    const run = spawnSync(binary, ['validate', input, '--rule-kind', 'Sarif;Ghas', '-o', output, '--log', 'ForceOverwrite', '--max-file-size-in-kb', '100000']);
    if (run.error || !existsSync(output)) return undefined;
    return complaints(readFileSync(output, 'utf8').replace(/^\ufeff/, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Violations of the SARIF 2.1.0 schema, in words. */
export function validateWithSchema(log: string): readonly string[] {
  const schema = JSON.parse(readFileSync(path.join(packageFolder, 'sarif-2.1.0.json'), 'utf8')) as object;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  return ajv.validate(schema, JSON.parse(log)) ? [] : [ajv.errorsText()];
}

interface MultitoolLog {
  readonly runs: readonly { readonly results?: readonly { readonly ruleId: string; readonly level?: string; readonly message: object }[] }[];
}

function complaints(text: string): readonly Complaint[] {
  const log = JSON.parse(text) as MultitoolLog;
  return log.runs.flatMap((run) => run.results ?? []).map(({ ruleId, level, message }) => ({ rule: ruleId, level: level ?? 'warning', text: JSON.stringify(message) }));
}

/** The package has a variant per operating system, all optional dependencies of one. */
function findPackage(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('@microsoft/sarif-multitool'));
  return path.dirname(require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));
}
