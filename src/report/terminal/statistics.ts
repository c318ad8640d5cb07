/** How much was read and resolved, per language: what `--stats` asks for. */
import { percent } from '../../readiness/words.js';
import type { AuditReport, LanguageStatistics } from '../audit-report.js';
import { rule, type Page } from './page.js';
import { field } from './field.js';

/** Names of a list. */
const MAX_NAMES = 10;

export function statistics(page: Page, { statistics: languages }: AuditReport): readonly string[] {
  return [rule(page, 'Statistics'), ...languages.flatMap((language) => languageLines(page, language))];
}

function languageLines(page: Page, one: LanguageStatistics): readonly string[] {
  const unknown = one.unknown.reduce((sum, { count }) => sum + count, 0);
  return [
    ...field(page, one.language, `${one.filesIndexed} files indexed, ${one.filesLowered} lowered, ${one.filesWithErrors} with errors`),
    ...field(page, '', `${one.nodes} nodes, ${unknown} unknown (${share(unknown, one.nodes)})${frequent(one.unknown.map(({ node, count }) => ({ name: node, count })))}`),
    ...field(page, '', `${one.resolvedCalls} of ${one.calls} calls resolved (${share(one.resolvedCalls, one.calls)}), ${one.resolvedReceivers} of ${one.receivers} receivers (${share(one.resolvedReceivers, one.receivers)})`),
    ...(one.unresolved.length > 0 ? field(page, '', `not resolved${frequent(one.unresolved)}`) : []),
  ];
}

/** Two decimals below one per cent, where they matter. */
function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  return part / whole < 0.01 ? `${((part / whole) * 100).toFixed(2)} %` : percent(part / whole);
}

function frequent(counts: readonly { readonly name: string; readonly count: number }[]): string {
  return counts.length === 0 ? '' : `: ${counts.slice(0, MAX_NAMES).map(({ name, count }) => `\`${name}\` (${count}×)`).join(', ')}`;
}
