/**
 * SARIF 2.1.0 for code scanning. One run, every rule of the catalogue, no suppressions (GitHub would open an alert for each
 * suppressed result), and what could not be read or analysed as tool execution notifications.
 */
import type { Problem } from '../ir/index.js';
import type { AuditReport, FunctionReport } from './audit-report.js';
import { visible, visibleJson } from './escape.js';
import { lineHashes } from './line-hash.js';
import { fileUri, physicalLocation } from './sarif-location.js';
import { sarifResult } from './sarif-result.js';
import { sarifRule } from './sarif-rule.js';

export interface SarifOptions {
  /** Tells uploads for the same commit apart; a later upload replaces an earlier one of the same category. */
  readonly category?: string;
}

type SarifObject = Readonly<Record<string, unknown>>;

/** GitHub keeps the first 5,000 results of a run. */
const MAX_RESULTS = 5000;

const NOTIFICATIONS: Readonly<Record<Problem['kind'] | 'not-analysed' | 'results-cut', string>> = {
  'unreadable': 'A file could not be read.',
  'too-large': 'A file exceeds the size limit and was not analysed.',
  'syntax-error': 'A part of a file could not be parsed; what is around it was analysed.',
  'too-deep': 'A file nests deeper than the limit; the deepest part was not analysed.',
  'unsupported-construct': 'A construct is not understood; the code around it was analysed.',
  'internal': 'The analysis of a part failed.',
  'not-analysed': 'A function was found but not analysed.',
  'results-cut': 'There are more findings than code scanning takes; the gravest are kept.',
};

/** The report as one SARIF log, ending with a line end. */
export function sarif(report: AuditReport, options: SarifOptions = {}): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [sarifRun(report, options.category ?? 'audit')],
  };
  return visibleJson(log);
}

function sarifRun(report: AuditReport, category: string): SarifObject {
  const rules = [...report.catalogue].sort((a, b) => (a.id < b.id ? -1 : 1)).map(sarifRule);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const context = {
    ruleIndex: (rule: string) => indexes.get(rule),
    sourceText: report.sourceText,
    lineHash: lineHasher(report.sourceText),
  };
  return {
    tool: {
      driver: {
        name: report.tool.name,
        fullName: 'reentrant, the readiness audit for AWS Lambda Managed Instances',
        semanticVersion: report.tool.version,
        rules,
        notifications: Object.entries(NOTIFICATIONS).map(([id, text]) => ({ id, shortDescription: { text }, fullDescription: { text }, help: { text } })),
      },
    },
    automationDetails: { id: `reentrant/${category}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(report) }],
    results: report.findings.slice(0, MAX_RESULTS).map((finding) => sarifResult(finding, context)),
    properties: {
      score: report.summary.score,
      worstScore: report.summary.worstScore,
      worstVerdict: report.summary.worstVerdict,
      functions: report.functions.map(verdictOf),
      ...(report.classes.length > 0 ? { classes: report.classes.map(verdictOf) } : {}),
    },
  };
}

function verdictOf({ function: { id }, readiness: { verdict, score } }: FunctionReport): SarifObject {
  return { id: visible(id), verdict, score };
}

/** Hashes a file only when a finding lies in it, and once. */
function lineHasher(sourceText: AuditReport['sourceText']): (file: string, line: number) => string | undefined {
  const byFile = new Map<string, readonly string[]>();
  return (file, line) => {
    let hashes = byFile.get(file);
    if (hashes === undefined) {
      const text = sourceText(file);
      hashes = text === undefined ? [] : lineHashes(text);
      byFile.set(file, hashes);
    }
    return hashes[line - 1];
  };
}

function notifications(report: AuditReport): SarifObject[] {
  const problems = report.problems.map(({ kind, file, line, message }) => notification(kind, kind === 'internal' ? 'error' : 'warning', message, file === '' ? undefined : {
    artifactLocation: { uri: fileUri(file) },
    ...(line === undefined ? {} : { region: { startLine: line } }),
  }));
  const skipped = report.functions.flatMap(({ function: { name, at, notAnalysed } }) => notAnalysed === undefined ? [] : [
    notification('not-analysed', 'warning', `${name}: ${notAnalysed.reason}`, at && physicalLocation(at)),
  ]);
  const dropped = report.findings.length - MAX_RESULTS;
  const cut = dropped <= 0 ? [] : [notification('results-cut', 'warning', `${dropped} findings are left out; the first ${MAX_RESULTS}, the gravest, are kept.`)];
  return [...problems, ...skipped, ...cut];
}

function notification(id: keyof typeof NOTIFICATIONS, level: 'error' | 'warning', message: string, location?: object): SarifObject {
  return {
    descriptor: { id, index: Object.keys(NOTIFICATIONS).indexOf(id) },
    level,
    message: { text: visible(message) },
    ...(location === undefined ? {} : { locations: [{ physicalLocation: location }] }),
  };
}
