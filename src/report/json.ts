/**
 * The report for programs: everything that is known, in a documented form (docs/json-report.md). Properties may be added within
 * a schema version; none changes its meaning or goes away.
 */
import type { LambdaFunction } from '../inventory/lambda-function.js';
import { SCORING_VERSION } from '../readiness/score.js';
import { PLATFORM_FACTS_DATE } from '../runtimes/platform.js';
import type { AuditReport, FunctionReport } from './audit-report.js';
import { visibleJson } from './escape.js';

export const SCHEMA_VERSION = 1;

export function json(report: AuditReport): string {
  const { tool, summary, functions, classes, findings, accepted, catalogue, inventory, problems, statistics } = report;
  return visibleJson({
    schemaVersion: SCHEMA_VERSION,
    scoringVersion: SCORING_VERSION,
    platformFactsDate: PLATFORM_FACTS_DATE,
    tool,
    summary: {
      ...summary,
      verdicts: countBy(functions.map(({ readiness }) => readiness.verdict)),
      severities: countBy(findings.map(({ severity }) => severity)),
    },
    functions: functions.map(functionJson),
    classes: classes.map(functionJson),
    findings,
    accepted,
    rules: catalogue,
    templates: inventory.templates,
    passedOver: Object.fromEntries(inventory.passedOver),
    problems,
    statistics,
  });
}

function functionJson({ function: fn, readiness, findings }: FunctionReport) {
  const { verdict, score, because, ...rest } = readiness;
  const { id, name, language, ...declared } = fn;
  return { id, name, language, verdict, score, because, findings, ...rest, declared: declaredJson(declared) };
}

/** Values of environment variables may be secrets: only the names leave the machine. */
function declaredJson({ environment, ...declared }: Omit<LambdaFunction, 'id' | 'name' | 'language'>) {
  return { ...declared, environment: [...environment.keys()].sort() };
}

function countBy(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
