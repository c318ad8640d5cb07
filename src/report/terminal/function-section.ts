/** All that the report says of one function. */
import type { Finding } from '../../findings/finding.js';
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import type { MigrationNote, MigrationStep } from '../../readiness/readiness.js';
import type { FunctionReport } from '../audit-report.js';
import { visible } from '../escape.js';
import { findingBlock, findingReference, type FindingContext } from './finding-block.js';
import { labelled, placeText, rule, scoreStyle, verdictOn, verdictStyle, type Page } from './page.js';
import { readinessBlock, understoodText } from './readiness-block.js';

export interface SectionContext extends FindingContext {
  readonly findings: ReadonlyMap<string, Finding>;
  /** Under which function a finding was printed; a section adds its own. */
  readonly printedUnder: Map<string, string>;
  /** Of a few functions all is said, of many the findings and the advice, with `--quiet` the findings only. */
  readonly detail: 'all' | 'brief' | 'findings';
  /** Steps that are this function's own, not every candidate's. */
  readonly ownSteps: (report: FunctionReport) => readonly MigrationStep[];
  readonly ownNotes: (report: FunctionReport) => readonly MigrationNote[];
}

export function functionSection(page: Page, report: FunctionReport, context: SectionContext): readonly string[] {
  const { function: fn, readiness } = report;
  const blocks = report.findings.flatMap((fingerprint) => {
    const finding = context.findings.get(fingerprint);
    return finding === undefined ? [] : [findingLines(page, finding, fn, context)];
  });
  const rest = context.detail === 'findings' ? [] : readinessBlock(page, { ...readiness, notes: context.ownNotes(report) }, context.ownSteps(report), context.detail === 'brief');
  return [
    rule(page, visible(fn.name), whereText(fn)),
    ...verdictLines(page, report),
    ...blocks.flatMap((lines) => ['', ...lines]),
    ...(rest.length > 0 ? ['', ...rest] : []),
  ];
}

function findingLines(page: Page, finding: Finding, fn: LambdaFunction, context: SectionContext): readonly string[] {
  const before = context.printedUnder.get(finding.fingerprint);
  if (before !== undefined) return findingReference(page, finding, before);
  context.printedUnder.set(finding.fingerprint, context.nameOf(fn.id));
  return findingBlock(page, finding, context);
}

function verdictLines(page: Page, { function: fn, readiness }: FunctionReport): readonly string[] {
  const { verdict, score, because } = readiness;
  const label = verdictOn(fn, verdict);
  const understood = understoodText(readiness);
  const figures = understood === '' ? '' : `  ${scoreStyle(page, score)(`${score}/100`)}  ${page.chalk.dim(understood)}`;
  return [
    `  ${verdictStyle(page, verdict)(label)}${figures}`,
    ...labelled(page, '  ', visible(because)),
  ];
}

function whereText({ runtime, language, entries, at }: LambdaFunction): string {
  const [entry] = entries;
  const place = at ? placeText(at) : entry ? visible(`${entry.file}#${entry.symbol}`) : '';
  return [visible(runtime?.value ?? language ?? ''), place].filter((part) => part !== '').join(' · ');
}
