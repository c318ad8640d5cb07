/** Which execution model a function runs under: its runtime, unless a web adapter or a mode in its settings says otherwise. */
import type { Language } from '../frontends/frontend.js';
import type { LambdaFunction } from '../inventory/lambda-function.js';
import type { ExecutionModel } from './execution-model.js';
import { callsOfOneObject, DOTNET_TASKS, JAVA_THREADS, NODE_WORKERS, PYTHON_PROCESSES, PYTHON_SHARED } from './models.js';

const BY_LANGUAGE: Record<Language, ExecutionModel> = { node: NODE_WORKERS, python: PYTHON_PROCESSES, java: JAVA_THREADS, dotnet: DOTNET_TASKS };

/** Adapters that keep one web server per environment, in front of which all requests arrive. */
const IN_PROCESS_SERVERS = new Set(['lambda-web-adapter']);

export function chooseModel(language: Language, fn: Pick<LambdaFunction, 'environment' | 'webAdapter' | 'claimedSafe'>): ExecutionModel {
  const mode = fn.environment.get('AWS_LAMBDA_CONCURRENCY_MODE')?.value;
  const oneProcess = mode === 'thread' || mode === 'hybrid' || (fn.webAdapter !== undefined && IN_PROCESS_SERVERS.has(fn.webAdapter));
  const model = language === 'python' && oneProcess ? PYTHON_SHARED : BY_LANGUAGE[language];
  return fn.claimedSafe ? callsOfOneObject(model, fn.claimedSafe.because) : model;
}
