/** The analysis of one Lambda function: from entry points to hazards, coverage and shared state. */
import { fileOf } from '../ir/index.js';
import type { Program } from '../ir/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { ConfiguredPool } from '../inventory/index.js';
import type { ConnectionLimit, ExecutionModel } from '../runtimes/execution-model.js';
import { effectHazards } from './conflicts/effects/effect-hazards.js';
import { fileHazards } from './conflicts/files.js';
import { lockHazards } from './conflicts/lock-hazards.js';
import { memoryHazards } from './conflicts/memory.js';
import type { SourceText } from './conflicts/points.js';
import { sharedState } from './conflicts/shared-state.js';
import { coverageOf } from './coverage.js';
import { emptyLargeTables } from './domain/interning.js';
import { createEngine } from './engine.js';
import type { Engine } from './engine.js';
import type { Hazard } from './hazard.js';
import { librariesOf } from './libraries.js';
import type { Coverage, SharedState, WorkloadEvidence } from './result.js';
import { run } from './run.js';
import type { EntryPoint, Run } from './run.js';
import { workloadOf } from './workload.js';

export interface Analysis {
  readonly hazards: readonly Hazard[];
  readonly coverage: Coverage;
  readonly sharedState: readonly SharedState[];
  readonly workload: readonly WorkloadEvidence[];
  /** What reached files import, sorted. */
  readonly libraries: readonly string[];
  /** For `--print` and statistics. */
  readonly engine: Engine;
  readonly run: Run;
}

export interface AnalysisInput {
  readonly program: Program;
  readonly knowledge: Knowledge;
  readonly model: ExecutionModel;
  /** Functions that may overlap with each other and with themselves. */
  readonly entries: readonly EntryPoint[];
  readonly source: SourceText;
  /** A web adapter serves the requests, and its routes are not among the entries. */
  readonly expectsRoutes?: boolean;
  /** Seconds that an invocation may take, where a template says so. */
  readonly timeout?: number;
  /** What the database takes that the function's settings lead to. */
  readonly database?: ConnectionLimit | undefined;
  /** Pools that files of settings and variables size. */
  readonly pools?: readonly ConfiguredPool[];
  /** The one of the entries that the platform itself calls, where it calls one. */
  readonly handler?: EntryPoint | undefined;
}

export function analyze({ program, knowledge, model, entries, source, expectsRoutes, handler, timeout, database, pools = [] }: AnalysisInput): Analysis {
  emptyLargeTables();
  const engine = createEngine(program, knowledge, [...new Set(entries.map((entry) => fileOf(entry.function)))]);
  const result = run(engine, model, entries);
  if (expectsRoutes && engine.perEvent.size === 0) engine.cuts.add('the routes behind the web adapter were not found');
  if (entries.every((entry) => entry.startsProgram) && engine.perEvent.size === 0) engine.cuts.add('no function that serves invocations was found in what the program starts');
  const memory = memoryHazards(engine, model, result, source);
  const hazards = [...memory, ...fileHazards(engine, model, result, source), ...lockHazards(engine, model, result, source), ...effectHazards({ engine, model, run: result, source, handler, timeout, database, pools })];
  return {
    hazards, coverage: coverageOf(engine, result), sharedState: sharedState(engine, model, result, memory), workload: workloadOf(engine, result),
    libraries: librariesOf(engine, result),
    engine, run: result,
  };
}
