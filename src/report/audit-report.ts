/** What every reporter gets: the finished audit as data. A reporter turns it into text; it does no I/O and decides no exit code. */
import type { Finding, RuleMeta } from '../findings/finding.js';
import type { SuppressedFinding, Suppression } from '../findings/suppressions.js';
import type { Inventory, LambdaFunction } from '../inventory/lambda-function.js';
import type { Problem } from '../ir/index.js';
import type { Readiness, ScoreChange, Verdict } from '../readiness/readiness.js';

export interface FunctionReport {
  readonly function: LambdaFunction;
  readonly readiness: Readiness;
  /** Fingerprints of this function's findings, in the order of `AuditReport.findings`. */
  readonly findings: readonly string[];
}

/** Figures about one language's front-end and resolution, for `--stats`. */
export interface LanguageStatistics {
  readonly language: string;
  readonly filesIndexed: number;
  readonly filesLowered: number;
  readonly filesWithErrors: number;
  readonly nodes: number;
  /** Unknown nodes by grammar node kind, most frequent first. */
  readonly unknown: readonly { readonly node: string; readonly count: number }[];
  readonly calls: number;
  readonly resolvedCalls: number;
  readonly receivers: number;
  readonly resolvedReceivers: number;
  readonly unresolved: readonly { readonly name: string; readonly count: number }[];
}

/** What was found and accepted before: it is in no other list of the report. */
export interface AcceptedFindings {
  /** By a comment in the code. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Comments that accept nothing that was found. */
  readonly unusedSuppressions: readonly Suppression[];
  /** Known to the baseline; and entries of the baseline whose findings are gone. */
  readonly inBaseline: number;
  readonly staleInBaseline: number;
}

/** Functions and classes. */
export function everyReport({ functions, classes }: Pick<AuditReport, 'functions' | 'classes'>): readonly FunctionReport[] {
  return [...functions, ...classes];
}

export interface AuditReport {
  readonly tool: { readonly name: 'reentrant'; readonly version: string };
  /** Sorted by id. */
  readonly functions: readonly FunctionReport[];
  /** Classes that are said to be safe for concurrent use, sorted by id: no functions, and in no figure about them. */
  readonly classes: readonly FunctionReport[];
  /** Sorted by severity, file, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly accepted?: AcceptedFindings;
  readonly catalogue: readonly RuleMeta[];
  readonly inventory: Pick<Inventory, 'templates' | 'passedOver'>;
  readonly problems: readonly Problem[];
  /** Of the repository: mean score, worst score, worst verdict, and what raises the mean most. */
  readonly summary: { readonly score: number; readonly worstScore: number; readonly worstVerdict: Verdict; readonly changes: readonly ScoreChange[] };
  readonly statistics: readonly LanguageStatistics[];
  /** Text of the lines that reports may quote: by file, the whole text. Reporters cut and escape. */
  readonly sourceText: (file: string) => string | undefined;
}
