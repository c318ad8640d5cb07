/** Audits the files of a case in memory, as the command line would audit a folder with them. */
import { CATALOGUE } from '../../rules/catalogue.js';
import { audit } from '../../src/audit/audit.js';
import { openPrograms } from '../../src/cli/programs.js';
import type { SourceProject } from '../../src/frontends/frontend.js';
import { takeEntries, takeInventory, type RequestedEntry } from '../../src/inventory/index.js';
import type { Files } from './cases.js';
import type { Reported } from './expectations.js';
import { untrueWitnesses } from './witnesses.js';

export interface CaseAudit {
  readonly reported: readonly Reported[];
  /** Entry points that were audited, sorted. */
  readonly functions: readonly string[];
  /** Classes that were audited as if their methods overlapped, sorted. */
  readonly classes: readonly string[];
  /** Everything that was not read or understood. */
  readonly problems: readonly string[];
  /** What is wrong with the witnesses of the findings. */
  readonly untrue: readonly string[];
}

/** `entries`: what to audit; with none, what the inventory finds by signature. */
export async function auditCase(files: Files, entries: readonly RequestedEntry[]): Promise<CaseAudit> {
  const project = inMemory(files);
  const programs = await openPrograms(project);
  const options = { project, programFor: programs.open, parseHcl: programs.parseHcl };
  const taken = entries.length > 0 ? takeEntries(options, entries) : { inventory: takeInventory(options), missing: [] };
  const { inventory } = taken;
  const report = audit({ version: '0.0.0', project, inventory, programs: programs.opened, rules: CATALOGUE, unread: () => [], progress: () => undefined, relocated: (value) => value });
  const unknown = report.statistics.flatMap((language) => language.unknown.map(({ node, count }) => `unknown node ${node} (${count})`));
  return {
    reported: report.findings.map(({ rule, severity, location }) => ({ rule, severity, file: location.file, line: location.line })),
    untrue: untrueWitnesses(report.findings, programs.opened.values(), report.functions.flatMap(({ function: fn }) => fn.entries.map(({ symbol }) => symbol.split(/::|\./).at(-1) ?? ''))),
    functions: report.functions.map(({ function: { id } }) => id).sort(),
    classes: report.classes.map(({ function: { id } }) => id).sort(),
    problems: [
      ...taken.missing.map(({ request, reason }) => `${request.file}#${request.symbol ?? ''}: ${reason}`),
      ...report.problems.map((problem) => `${problem.file}: ${problem.message}`), ...unknown,
    ],
  };
}

function inMemory(files: Files): SourceProject {
  return { root: '/project', files: Object.keys(files).sort(), has: (file) => file in files, read: (file) => files[file], problem: () => undefined };
}
