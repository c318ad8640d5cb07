/** Which execution model a function runs under: its runtime, unless a web adapter, a mode in its settings or its image says otherwise. */
import type { Language } from '../frontends/frontend.js';
import type { LambdaFunction } from '../inventory/lambda-function.js';
import type { ExecutionModel } from './execution-model.js';
import { loadOf } from './load.js';
import { callsOfOneObject, DOTNET_TASKS, JAVA_THREADS, NODE_WORKERS, PYTHON_HYBRID, PYTHON_PROCESSES, PYTHON_SHARED } from './models.js';

const BY_LANGUAGE: Record<Language, ExecutionModel> = { node: NODE_WORKERS, python: PYTHON_PROCESSES, java: JAVA_THREADS, dotnet: DOTNET_TASKS };

/** Adapters that keep one web server per environment, in front of which all requests arrive. */
const IN_PROCESS_SERVERS = new Set(['lambda-web-adapter']);

/** Images whose runtime client can run invocations as threads of one process; the variable says whether it does. */
const EXPERIMENTAL_IMAGE = /\blambda\/python:[\w.]*-experimental\b/;

/** What settings of a function decide about how it runs. */
export type RunSettings = Pick<LambdaFunction, 'baseImage' | 'environment' | 'webAdapter' | 'claimedSafe' | 'managedInstances' | 'memory'>;

export function chooseModel(language: Language, fn: RunSettings): ExecutionModel {
  const usual = language === 'python' ? pythonModel(fn) : BY_LANGUAGE[language];
  const chosen = isServed(fn) ? { ...usual, initialisesAtOnce: false } : usual;
  const model = { ...chosen, load: loadOf(language, fn, chosen) };
  return fn.claimedSafe ? callsOfOneObject(model, fn.claimedSafe.because) : model;
}

/** One server answers all requests of the environment. */
function isServed({ webAdapter }: Pick<RunSettings, 'webAdapter'>): boolean {
  return webAdapter !== undefined && IN_PROCESS_SERVERS.has(webAdapter);
}

function pythonModel({ baseImage, environment, webAdapter }: RunSettings): ExecutionModel {
  if (isServed({ webAdapter })) return PYTHON_SHARED;
  switch (environment.get('AWS_LAMBDA_CONCURRENCY_MODE')?.value) {
    case 'thread': return PYTHON_SHARED;
    case 'hybrid': return PYTHON_HYBRID;
    case 'process': return PYTHON_PROCESSES;
    default: return baseImage !== undefined && EXPERIMENTAL_IMAGE.test(baseImage.value) ? PYTHON_SHARED : PYTHON_PROCESSES;
  }
}
