/** Figures about what the front-ends read and the analysis resolved, per language, for `--stats`. */
import type { Analysis } from '../analysis/analyze.js';
import type { CallRecord } from '../analysis/engine.js';
import { siteKey } from '../analysis/domain/summary.js';
import type { Language } from '../frontends/frontend.js';
import type { Program } from '../ir/index.js';
import type { LanguageStatistics } from '../report/audit-report.js';

const MAX_NAMED = 10;

export function languageStatistics(programs: ReadonlyMap<Language, Program>, analyses: readonly { readonly language: Language; readonly analysis: Analysis }[]): readonly LanguageStatistics[] {
  const read = [...programs].filter(([, program]) => program.indexedFiles().length > 0);
  return read.sort(([a], [b]) => (a < b ? -1 : 1)).map(([language, program]) =>
    statisticsOf(language, program, analyses.filter((entry) => entry.language === language).map((entry) => entry.analysis)));
}

function statisticsOf(language: Language, program: Program, analyses: readonly Analysis[]): LanguageStatistics {
  const files = program.loweredFiles();
  const unknown = new Map<string, number>();
  let nodes = 0;
  for (const file of files) {
    const module = program.module(file);
    nodes += module?.nodeCount ?? 0;
    for (const [node, count] of module?.unknownNodes ?? []) unknown.set(node, (unknown.get(node) ?? 0) + count);
  }
  const calls = callsOf(analyses);
  const receivers = calls.filter((call) => call.receiverKnown !== undefined);
  const unresolved = new Map<string, number>();
  for (const call of calls) if (!call.resolved) unresolved.set(call.name, (unresolved.get(call.name) ?? 0) + 1);
  return {
    language, filesIndexed: program.indexedFiles().length, filesLowered: files.length,
    filesWithErrors: new Set(program.problems().map((problem) => problem.file)).size,
    nodes, unknown: mostFrequent(unknown).map(([node, count]) => ({ node, count })),
    calls: calls.length, resolvedCalls: calls.filter((call) => call.resolved).length,
    receivers: receivers.length, resolvedReceivers: receivers.filter((call) => call.receiverKnown === true).length,
    unresolved: mostFrequent(unresolved).slice(0, MAX_NAMED).map(([name, count]) => ({ name, count })),
  };
}

/** Calls on code that invocations reach, each place of the source once. */
function callsOf(analyses: readonly Analysis[]): readonly CallRecord[] {
  const bySite = new Map<string, CallRecord>();
  for (const { engine, run } of analyses) {
    for (const call of engine.calls.values()) {
      if (!run.invocation.reached.has(call.site.function)) continue;
      const key = siteKey(call.site);
      const known = bySite.get(key);
      if (!known || (!known.resolved && call.resolved)) bySite.set(key, call);
    }
  }
  return [...bySite.values()];
}

function mostFrequent(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
