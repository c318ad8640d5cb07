/** The execution models of Lambda Managed Instances, one per way of running a function. */
import { commonDistinction } from './execution-model.js';
import type { Distinction, ExecutionModel } from './execution-model.js';
import { NODE_WORKERS_PER_VCPU } from './platform.js';
import type { Uniqueness } from '../knowledge/schema.js';

const byProcess = (processId: Distinction, threadId: Distinction, counter: Distinction) => (unique: Uniqueness): Distinction => {
  const common = commonDistinction(unique);
  if (common !== undefined) return common;
  return unique.source === 'process-id' ? processId : unique.source === 'thread-id' ? threadId : counter;
};

const NOTHING: ReadonlySet<never> = new Set<never>();
/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-execution-environment.html */
const NEVER_FROZEN = 'Lambda Managed Instances never freeze an execution environment, so that what runs in the background goes on between invocations and beside them';
const LONG_LIVED = 'An execution environment of Lambda Managed Instances lives long and is never frozen, so that what it keeps grows old';
const SHARED_FILES = '/tmp is one directory for all invocations that run at the same time in an execution environment';

export const NODE_WORKERS: ExecutionModel = {
  id: 'node-workers', name: 'Node.js worker threads', unit: 'invocation',
  copiesOfMemory: { kind: 'per-vcpu', count: NODE_WORKERS_PER_VCPU, of: 'worker', setBy: 'AWS_LAMBDA_NODEJS_WORKER_COUNT' },
  whyMemory: 'On Lambda Managed Instances a worker thread runs several invocations at once; they take turns at every await',
  whyFiles: SHARED_FILES, whyBackground: NEVER_FROZEN, whyKept: LONG_LIVED,
  whyProcess: 'A worker thread of Node.js serves several invocations at once on Lambda Managed Instances, and is not replaced when it ends',
  memoryScope: 'worker', memory: 'at-suspension', files: 'anywhere', processScope: 'worker',
  distinguishes: byProcess('none', 'none', 'none'),
  refuses: new Set(['working-directory', 'umask', 'identity', 'abort'] as const), unheard: new Set(['termination'] as const), mostParameters: 2,
  context: { type: 'aws-lambda.Context', parameter: 1 },
  blockedThread: 'event-loop', asyncCallsBegin: true, callbacksAnswer: true, unseenFailure: { promise: 'ends', ends: 'the worker thread with all invocations that it is running' },
  logger: '`console.log`',
  copies: 'one per worker thread (8 per vCPU by default in the open-source runtime client)', laterOn: 'worker', initialisesAtOnce: true,
};

export const PYTHON_PROCESSES: ExecutionModel = {
  id: 'python-processes', name: 'Python processes', unit: 'invocation',
  copiesOfMemory: { kind: 'per-invocation' },
  whyMemory: 'On Lambda Managed Instances every concurrent invocation of a Python function has a process of its own, so memory is never raced',
  whyFiles: SHARED_FILES, whyBackground: NEVER_FROZEN, whyKept: LONG_LIVED,
  whyProcess: 'Each process of a Python function serves one invocation after the other on Lambda Managed Instances, and is not replaced when it ends',
  memoryScope: 'process', memory: 'never', files: 'anywhere', processScope: 'process',
  distinguishes: byProcess('unique', 'none', 'none'),
  refuses: NOTHING, unheard: NOTHING,
  context: { type: 'aws_lambda.Context', parameter: 1 },
  blockedThread: 'own', asyncCallsBegin: true, callbacksAnswer: false, unseenFailure: { promise: 'lost', ends: 'nothing' },
  logger: 'the `logging` module',
  copies: 'one per concurrent invocation (16 per vCPU by default)', laterOn: 'process', initialisesAtOnce: true,
};

/** Python behind a web server in one process, or in AWS's experimental thread mode. */
export const PYTHON_SHARED: ExecutionModel = {
  ...PYTHON_PROCESSES,
  id: 'python-shared', name: 'Python in one process',
  copiesOfMemory: { kind: 'one' },
  whyMemory: 'One Python process serves all requests of the execution environment here, so module state is shared by requests that overlap',
  whyProcess: 'One Python process serves all requests of the execution environment here',
  memory: 'anywhere', distinguishes: byProcess('none', 'unique', 'none'), logger: undefined, copies: 'one per process', initialisesAtOnce: false,
};

/** Python's hybrid mode: a process for each vCPU, and threads in each of them. */
export const PYTHON_HYBRID: ExecutionModel = {
  ...PYTHON_SHARED,
  id: 'python-hybrid', name: 'Python processes with threads',
  copiesOfMemory: { kind: 'per-vcpu', count: 1, of: 'process', setBy: '' },
  whyMemory: 'Each Python process runs several threads here, so module state is shared by invocations that overlap',
  whyProcess: 'Each Python process serves several invocations at the same time here',
  copies: 'one per vCPU', initialisesAtOnce: true, distinguishes: byProcess('none', 'none', 'none'),
};

export const JAVA_THREADS: ExecutionModel = {
  id: 'java-threads', name: 'Java threads', unit: 'invocation',
  copiesOfMemory: { kind: 'one' },
  whyMemory: 'On Lambda Managed Instances one handler object serves all invocations of an environment, each on a thread of its own',
  whyFiles: SHARED_FILES, whyBackground: NEVER_FROZEN, whyKept: LONG_LIVED,
  whyProcess: 'One Java process serves all invocations of an environment at the same time on Lambda Managed Instances',
  memoryScope: 'process', memory: 'anywhere', files: 'anywhere', processScope: 'process',
  threadData: { become: 'stay', why: 'On Lambda Managed Instances a pool of threads serves one invocation after the other, and what a thread keeps stays when an invocation is over' },
  distinguishes: byProcess('none', 'unique', 'unique'),
  refuses: NOTHING, unheard: NOTHING,
  context: { type: 'com.amazonaws.services.lambda.runtime.Context', parameter: 1 },
  blockedThread: 'own', asyncCallsBegin: false, callbacksAnswer: false, unseenFailure: { promise: 'lost', ends: 'nothing' },
  logger: '`context.getLogger()`',
  copies: 'one', laterOn: 'thread', initialisesAtOnce: false,
};

export const DOTNET_TASKS: ExecutionModel = {
  id: 'dotnet-tasks', name: '.NET tasks', unit: 'invocation',
  copiesOfMemory: { kind: 'one' },
  whyMemory: 'On Lambda Managed Instances one process and one handler object serve all invocations of an environment as tasks on the thread pool',
  whyFiles: SHARED_FILES, whyBackground: NEVER_FROZEN, whyKept: LONG_LIVED,
  whyProcess: 'One .NET process serves all invocations of an environment at the same time on Lambda Managed Instances',
  memoryScope: 'process', memory: 'anywhere', files: 'anywhere', processScope: 'process',
  threadData: {
    become: 'stay-behind',
    why: 'On Lambda Managed Instances the threads of one pool serve all invocations of an environment, and after an await any of them goes on',
  },
  distinguishes: byProcess('none', 'none', 'unique'),
  refuses: NOTHING, unheard: NOTHING,
  context: { type: 'Amazon.Lambda.Core.ILambdaContext', parameter: 1 },
  blockedThread: 'pool', asyncCallsBegin: true, callbacksAnswer: false, unseenFailure: { promise: 'lost', ends: 'the process with all invocations that it is running' },
  logger: '`Console.WriteLine` or `context.Logger`',
  copies: 'one', laterOn: 'process', initialisesAtOnce: false,
};

/** Methods of a class that overlap on one object, on the threads or tasks that run invocations elsewhere. `because` follows "because". */
export function callsOfOneObject(model: ExecutionModel, because: string): ExecutionModel {
  const assumed = `because ${because}`;
  return {
    ...model, unit: 'call',
    whyMemory: model.memory === 'never' ? model.whyMemory : `Its methods are taken to be invoked at the same time on one object, ${assumed}`,
    whyFiles: `Its methods are taken to be invoked at the same time, ${assumed}`,
  };
}
