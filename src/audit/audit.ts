/** One audit, along the path of the data: inventory, front-ends, analysis, rules, readiness. No I/O but through what it is given. */
import { analyze } from '../analysis/analyze.js';
import type { Analysis } from '../analysis/analyze.js';
import type { Hazard } from '../analysis/hazard.js';
import type { EntryPoint } from '../analysis/run.js';
import type { Finding } from '../findings/finding.js';
import { judgeHazards, mergeFindings } from '../findings/judge.js';
import type { FindingDraft, JudgeInput } from '../findings/judge.js';
import { compareText } from '../findings/order.js';
import { applySuppressions } from '../findings/suppressions.js';
import type { Rule } from '../findings/rule.js';
import type { Language, SourceProject } from '../frontends/frontend.js';
import { configuredPools, declaredPackages, LAMBDA_WEB_ADAPTER, pinnedVersions, resolveEntry } from '../inventory/index.js';
import type { Inventory, LambdaFunction } from '../inventory/index.js';
import { loadKnowledge } from '../knowledge/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Problem, Program } from '../ir/index.js';
import { platformHazards } from '../platform/platform-hazards.js';
import { assessReadiness, scoredPart, type AssessmentInput } from '../readiness/assess.js';
import { changesFor } from '../readiness/changes.js';
import { summarise } from '../readiness/repository.js';
import type { AuditReport, FunctionReport } from '../report/audit-report.js';
import { chooseModel } from '../runtimes/choose-model.js';
import { connectionLimit } from '../runtimes/database-limits.js';
import { languageStatistics } from './statistics.js';

/** What the judgement of one function needs. */
export interface FunctionInput {
  readonly project: SourceProject;
  readonly programs: ReadonlyMap<Language, Program>;
  readonly rules: readonly Rule[];
}

export interface AuditInput extends FunctionInput {
  readonly version: string;
  readonly inventory: Inventory;
  /** What of the project could not be read; asked when everything has been read. */
  readonly unread: () => readonly Problem[];
  readonly progress: (done: number, total: number, name: string) => void;
  /** Data with each place in code that a template holds replaced by the place in the template. */
  readonly relocated: <T>(value: T) => T;
}

interface Analysed {
  readonly function: LambdaFunction;
  readonly analysis: Analysis | undefined;
}

export function audit(input: AuditInput): AuditReport {
  const problems: Problem[] = [...input.inventory.problems];
  const drafts: FindingDraft[] = [];
  const analysed = input.inventory.functions.map((fn, index): Analysed => {
    input.progress(index, input.inventory.functions.length, fn.name);
    const judged = judgeFunction(input, fn, problems);
    drafts.push(...judged.drafts);
    return { function: fn, analysis: judged.analysis };
  });
  const sourceText = (file: string): string | undefined => input.project.read(file);
  const lowered = [...input.programs.values()].flatMap((program) => program.loweredFiles());
  const { kept: findings, suppressed, unused: unusedSuppressions } = input.relocated(applySuppressions(mergeFindings(drafts, sourceText), lowered, sourceText));
  const assessed = analysed.map((entry) => ({ ...entry, input: input.relocated(assessmentInput(entry, findings)) }));
  const reports = assessed.map(({ input }) => functionReport(input));
  const functions = reports.filter(({ function: fn }) => fn.claimedSafe === undefined);
  const classes = reports.filter(({ function: fn }) => fn.claimedSafe !== undefined);
  for (const program of input.programs.values()) problems.push(...program.problems());
  return {
    tool: { name: 'reentrant', version: input.version },
    functions, classes, findings, accepted: { suppressed, unusedSuppressions, inBaseline: 0, staleInBaseline: 0 },
    catalogue: input.rules.map((rule) => rule.meta),
    inventory: { templates: input.inventory.templates, passedOver: input.inventory.passedOver },
    problems: distinctProblems(input.relocated([...problems, ...input.unread()])),
    summary: {
      ...summarise((functions.length > 0 ? functions : classes).map((report) => report.readiness)),
      changes: changesFor(assessed.flatMap(({ function: fn, input }) => (input.coverage && (fn.claimedSafe === undefined || functions.length === 0) ? [scoredPart(input)] : []))),
    },
    statistics: languageStatistics(input.programs, analysed.flatMap(({ function: fn, analysis }) => (analysis && fn.language ? [{ language: fn.language, analysis }] : []))),
    sourceText,
  };
}

/** The findings of one function. Bugs, of the analysis or of a rule, are added to `problems`; they hide nothing else. */
export function judgeFunction(input: FunctionInput, fn: LambdaFunction, problems: Problem[]): { readonly analysis: Analysis | undefined; readonly drafts: readonly FindingDraft[] } {
  const analysis = analyzeFunction(input, fn, problems);
  const edits: JudgeInput['edits'] = (change, places) => analysis?.engine.program.edits?.(change, places) ?? [];
  const hazards = [...(analysis?.hazards ?? []), ...platformHazardsOf(input.project, fn, analysis)];
  return { analysis, drafts: judgeHazards({ rules: input.rules, functionId: fn.id, failed: ruleFailure(problems), edits }, hazards) };
}

function platformHazardsOf(project: SourceProject, fn: LambdaFunction, analysis: Analysis | undefined): readonly Hazard[] {
  if (fn.claimedSafe) return [];
  return platformHazards({
    function: fn, packages: (language) => declaredPackages(project, language, fn.entries[0]?.file ?? ''), libraries: analysis?.libraries, source: (file) => project.read(file),
  });
}

/** A bug in the analysis of one function is said, and does not hide what was found in the others. */
function analyzeFunction(input: FunctionInput, fn: LambdaFunction, problems: Problem[]): Analysis | undefined {
  const program = fn.language && input.programs.get(fn.language);
  if (!fn.language || !program || fn.notAnalysed || fn.entries.length === 0) return undefined;
  try {
    const entries = entryPointsOf(input.project, program, fn.language, fn);
    if (entries.length === 0) return undefined;
    const expectsRoutes = fn.webAdapter !== undefined && fn.entries.length <= 1;
    const handler = fn.claimedSafe || fn.webAdapter === LAMBDA_WEB_ADAPTER ? undefined : entries[0];
    return analyze({ program, knowledge: knowledgeFor(input.project, fn.language, fn), model: chooseModel(fn.language, fn), entries, source: (file) => input.project.read(file), expectsRoutes, handler, database: databaseOf(fn), pools: configuredPools(input.project, fn), ...(fn.timeout ? { timeout: fn.timeout.value } : {}) });
  } catch (error) {
    problems.push({ kind: 'internal', file: fn.entries[0]?.file ?? '', message: `analysis of ${fn.name} failed: ${describe(error)}` });
    return undefined;
  }
}

/** The one database that the settings of `fn` lead to: of several nobody knows which connections are whose. */
function databaseOf({ databases = [] }: LambdaFunction): ReturnType<typeof connectionLimit> {
  const [first, ...others] = databases;
  return first && others.length === 0 ? connectionLimit(first) : undefined;
}

/** What is known of the libraries of `fn`, in the versions that its manifests pin. */
export function knowledgeFor(project: SourceProject, language: Language, fn: LambdaFunction): Knowledge {
  return loadKnowledge(language, pinnedVersions(project, language, fn.entries[0]?.file ?? ''));
}

/** The functions behind the entries of `fn`: all of them may overlap. */
export function entryPointsOf(project: SourceProject, program: Program, language: Language, fn: LambdaFunction): readonly EntryPoint[] {
  return fn.entries.flatMap((entry) => {
    const resolution = resolveEntry({ project, program }, language, entry);
    return resolution.kind === 'found' ? resolution.targets : [];
  });
}

function ruleFailure(problems: Problem[]): (rule: string, error: unknown) => void {
  return (rule, error) => problems.push({ kind: 'internal', file: '', message: `rule ${rule} failed: ${describe(error)}` });
}

/** The message and where it was thrown, without the folders of this machine. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.stack ?? error.message).split('\n').slice(0, 3).join(' ').replace(/\s+/g, ' ').replace(/(?:file:\/\/)?\/[^\s()]*\//g, '');
}

function assessmentInput({ function: fn, analysis }: Analysed, findings: readonly Finding[]): AssessmentInput {
  return {
    function: fn, findings: findings.filter((finding) => finding.functions.includes(fn.id)),
    ...(analysis ? { coverage: analysis.coverage } : {}), sharedState: analysis?.sharedState ?? [], workload: analysis?.workload ?? [], libraries: analysis?.libraries ?? [],
  };
}

function functionReport(input: AssessmentInput): FunctionReport {
  return { function: input.function, findings: input.findings.map((finding) => finding.fingerprint), readiness: assessReadiness(input) };
}

/** Each problem once, by place. */
function distinctProblems(problems: readonly Problem[]): readonly Problem[] {
  const byKey = new Map(problems.map((problem) => [`${problem.file}\u0000${problem.line ?? 0}\u0000${problem.kind}\u0000${problem.message}`, problem]));
  return [...byKey.values()].sort((a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.kind, b.kind) || compareText(a.message, b.message));
}
