/**
 * One report made by hand, with every verdict, severity and kind of witness, for the tests of all formats. It is no result of
 * the analysis: figures and words are chosen to show what a format does with them.
 */
import type { Finding } from '../../src/findings/finding.js';
import type { LambdaFunction } from '../../src/inventory/lambda-function.js';
import type { Location } from '../../src/ir/index.js';
import type { Advice, Readiness } from '../../src/readiness/readiness.js';
import type { AuditReport, FunctionReport } from '../../src/report/audit-report.js';
import { exampleCatalogue } from './example-catalogue.js';
import { exampleSources } from './example-sources.js';

const SCALING = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-scaling.html';
const ORDERS = 'src/orders.ts';
const STORE = 'src/store.ts';
const INVOICE = 'invoices/src/main/java/shop/InvoiceHandler.java';
const NUMBERS = 'invoices/src/main/java/shop/Numbers.java';
const THUMBNAILS = 'thumbnails/app.py';

/** The place of `text` in line `line` of `file`, so that the example cannot point beside its sources. */
function at(file: string, line: number, text: string): Location {
  const lineText = exampleSources[file]?.split('\n')[line - 1] ?? '';
  const start = lineText.indexOf(text);
  if (start < 0) throw new Error(`${file}:${line} does not hold ${text}`);
  return { file, line, column: start + 1, endLine: line, endColumn: start + 1 + text.length };
}

function inTemplate(line: number): Location {
  return { file: 'template.yaml', line, column: 3, endLine: line, endColumn: 20 };
}

const leak: Finding = {
  rule: 'request-state-leak', family: 'request-state-leak', severity: 'error', confidence: 'certain', exposure: 'new-under-lmi',
  message: '`currentTenant` keeps one request\'s tenant where an overlapping invocation overwrites it before it is read again.',
  location: at(ORDERS, 7, 'currentTenant = event.tenantId'),
  related: [
    { location: at(ORDERS, 9, 'currentTenant'), message: 'read here after the `await`' },
    { location: at(ORDERS, 4, 'currentTenant'), message: 'declared here, once per worker' },
  ],
  witness: {
    relation: 'overlapping',
    steps: [
      { invocation: 'A', action: 'currentTenant = "A"', location: at(ORDERS, 7, 'currentTenant = event.tenantId'), calls: [] },
      { invocation: 'A', action: 'await loadOrders()', location: at(ORDERS, 8, 'await loadOrders()'), calls: [] },
      { invocation: 'B', action: 'currentTenant = "B"', location: at(ORDERS, 7, 'currentTenant = event.tenantId'), calls: [] },
      { invocation: 'A', action: 'reads currentTenant → "B"', location: at(ORDERS, 9, 'currentTenant'), calls: [at(ORDERS, 9, 'orders.filter((order) => order.tenant === currentTenant)')] },
    ],
    outcome: 'A answers with B\'s orders',
  },
  whyConcurrent: 'Invocations of one Node.js worker interleave at every `await`.',
  advice: 'Keep the tenant in a local variable and use that in the filter.',
  edits: [],
  subject: 'src/orders.ts:currentTenant', includes: ['lost-update'], functions: ['OrdersFunction'], fingerprint: '3f1c5a9e20b7d481',
};

const lostUpdate: Finding = {
  rule: 'lost-update', family: 'shared-state-race', severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
  message: '`Numbers.last` is read and written in two steps, so that two overlapping invocations get the same number.',
  location: at(NUMBERS, 7, 'last = last + 1'),
  related: [{ location: at(INVOICE, 4, 'numbers'), message: 'shared through this field of the handler' }],
  witness: {
    relation: 'overlapping',
    steps: [
      { invocation: 'A', action: 'reads last → 41', location: at(NUMBERS, 7, 'last + 1'), calls: [at(INVOICE, 7, 'numbers.next()')] },
      { invocation: 'B', action: 'reads last → 41', location: at(NUMBERS, 7, 'last + 1'), calls: [at(INVOICE, 7, 'numbers.next()')] },
      { invocation: 'A', action: 'last = 42', location: at(NUMBERS, 7, 'last = last + 1'), calls: [at(INVOICE, 7, 'numbers.next()')] },
      { invocation: 'B', action: 'last = 42', location: at(NUMBERS, 7, 'last = last + 1'), calls: [at(INVOICE, 7, 'numbers.next()')] },
    ],
    outcome: 'two invoices carry number 42',
  },
  whyConcurrent: 'One handler object serves all threads of the environment.',
  advice: 'Use an AtomicLong and `incrementAndGet()`.',
  edits: [{ location: at(NUMBERS, 4, 'private long last = 0;'), newText: 'private final AtomicLong last = new AtomicLong();' }],
  subject: 'Numbers.last', includes: [], functions: ['InvoicesFunction'], fingerprint: '91d0c4be77a1f203',
};

const growth: Finding = {
  rule: 'shared-cache', family: 'mutable-cache', severity: 'warning', confidence: 'likely', exposure: 'worse-under-lmi',
  message: '`prices` grows with every new article and is never emptied.',
  location: at(STORE, 10, 'prices.set(sku, price)'),
  related: [],
  advice: 'Give the cache a bound or an expiry, for example `lru-cache` with `max`.',
  edits: [], subject: 'src/store.ts:prices', includes: ['cache-stampede'],
  functions: ['OrdersFunction', 'QuotesFunction'], fingerprint: 'c58e3aa10f9b6d72',
};

const tempPath: Finding = {
  rule: 'shared-temp-path', family: 'tmp-path-collision', severity: 'warning', confidence: 'possible', exposure: 'new-under-lmi',
  message: '`/tmp/thumbnail.png` is one file for all invocations of the environment. What is uploaded may be another request\'s image.',
  location: at(THUMBNAILS, 13, 'image.save("/tmp/thumbnail.png")'),
  related: [{ location: at(THUMBNAILS, 14, 's3.upload_file("/tmp/thumbnail.png", "thumbnails", key)'), message: 'uploaded here' }],
  witness: {
    relation: 'overlapping',
    steps: [
      { invocation: 'A', action: 'writes /tmp/thumbnail.png', location: at(THUMBNAILS, 13, 'image.save("/tmp/thumbnail.png")'), calls: [] },
      { invocation: 'B', action: 'writes /tmp/thumbnail.png', location: at(THUMBNAILS, 13, 'image.save("/tmp/thumbnail.png")'), calls: [] },
      { invocation: 'A', action: 'uploads /tmp/thumbnail.png', location: at(THUMBNAILS, 14, 's3.upload_file("/tmp/thumbnail.png", "thumbnails", key)'), calls: [] },
    ],
    outcome: 'A stores B\'s thumbnail under its own key',
  },
  whyConcurrent: 'Python runs each invocation in a process of its own, but all of them share `/tmp`.',
  advice: 'Write into `tempfile.TemporaryDirectory()`, or name the file by `context.aws_request_id`.',
  edits: [], subject: '/tmp/thumbnail.png', includes: [], functions: ['ThumbnailsFunction'], fingerprint: '7b20e6f4d91c358a',
};

const clientPerProcess: Finding = {
  rule: 'init-side-effect', family: 'configuration', severity: 'note', confidence: 'certain', exposure: 'worse-under-lmi',
  message: 'The module imports Pillow once per process, so that its memory is multiplied by the concurrency.',
  location: at(THUMBNAILS, 2, 'from PIL import Image'),
  related: [], advice: 'Choose the memory for all processes together.', edits: [],
  subject: 'PIL', includes: [], functions: ['ThumbnailsFunction'], fingerprint: '0a9d55c3e812b764',
};

const findings = [lostUpdate, leak, growth, tempPath, clientPerProcess];

function lambda(id: string, language: LambdaFunction['language'], runtime: string, line: number, file: string, symbol: string): LambdaFunction {
  return {
    id, name: id.replace(/Function$/, ''), language, runtime: { value: runtime, from: inTemplate(line + 4) },
    environment: new Map(), layers: [], at: inTemplate(line), entries: [{ file, symbol }],
    evidence: [`SAM template template.yaml (${id})`], unknown: [],
  };
}

function ready(verdict: Readiness['verdict'], score: number, because: string, understood: number, more: Partial<Readiness> = {}): Readiness {
  return { verdict, score, deductions: [], changes: [], because, understood, sharedState: [], platform: { ready: true, steps: [] }, notes: [], ...more };
}

function advice(workload: Advice['workload'], memory: number, ratio: number, concurrency: number, why: readonly [string, string, string], evidence: Advice['evidence'] = []): Advice {
  const source = SCALING;
  return {
    workload, evidence, vcpus: memory / 1024 / ratio,
    memory: { value: memory, reason: why[0], source },
    memoryPerVcpu: { value: ratio, reason: why[1], source },
    maxConcurrency: { value: concurrency, reason: why[2], source },
    minEnvironments: { value: 3, reason: 'one for each Availability Zone', source },
    maxEnvironments: { value: 30, reason: 'an assumption, 10 times the least: it bounds what a peak may cost', source },
    aloneMemory: 136,
    ephemeralStorage: { value: 512, reason: 'the default: nothing in the code writes into it', source },
    architecture: { value: 'arm64', reason: 'nothing was seen that needs x86; install packages with native code for it', source },
  };
}

const ioAdvice = (concurrency: number, reason: string) => advice('io-bound', 2048, 2, concurrency, [
  'the smallest there is, one vCPU at 2 GiB', 'the default: the code needs CPU rather than memory', reason,
]);

function functionReport(lambdaFunction: LambdaFunction, readiness: Readiness): FunctionReport {
  const own = findings.filter((finding) => finding.functions.includes(lambdaFunction.id));
  return { function: lambdaFunction, readiness, findings: own.map(({ fingerprint }) => fingerprint) };
}

const functions: readonly FunctionReport[] = [
  functionReport({ ...lambda('HealthFunction', 'node', 'nodejs24.x', 40, 'src/health.ts', 'handler'), managedInstances: { maxConcurrency: { value: 64 } } },
    ready('ready', 100, 'Nothing breaks when invocations overlap, and all of the code was understood.', 1, { advice: ioAdvice(64, 'the default for Node.js, 64 per vCPU: the code mostly waits') })),
  functionReport(lambda('InvoicesFunction', 'java', 'java21', 60, INVOICE, 'shop.InvoiceHandler::handleRequest'),
    ready('ready-at-concurrency-1', 45, 'Every hazard needs two invocations at once, and the settings allow one.', 0.93, {
      concurrencyOne: { suffices: true, cost: '32 requests at once then take 32 environments of 2048 MB and 1 vCPU instead of one.' },
      advice: ioAdvice(32, 'the default for Java, 32 per vCPU: the code mostly waits'),
    })),
  functionReport(lambda('OrdersFunction', 'node', 'nodejs22.x', 12, ORDERS, 'handler'),
    ready('not-ready', 42, 'One error: `currentTenant` mixes requests.', 0.97, {
      changes: [
        { what: `fix \`${leak.subject}\` (${leak.rule}, ${ORDERS}:7)`, findings: [leak.fingerprint], functions: ['OrdersFunction'], score: 92 },
        { what: `fix \`${growth.subject}\` (${growth.rule}, ${STORE}:10)`, findings: [growth.fingerprint], functions: ['OrdersFunction'], score: 100 },
      ],
      notes: [{ what: 'On managed instances a queue brings at most 5 MB/s (`Incoming`).', source: SCALING, at: inTemplate(21) }],
      advice: ioAdvice(64, 'the default for Node.js, 64 per vCPU: the code mostly waits'),
      sharedState: [
        { name: 'client', what: 'DynamoDBClient in src/store.ts', declaredAt: at(STORE, 3, 'client'), writtenAt: [{ phase: 'init', location: at(STORE, 3, 'client') }], judgement: 'safe', because: 'thread-safe type, only written at init' },
        { name: 'currentTenant', what: 'module variable in src/orders.ts', declaredAt: at(ORDERS, 4, 'currentTenant'), writtenAt: [{ phase: 'invocation', location: at(ORDERS, 7, 'currentTenant') }], judgement: 'hazard', because: 'written by every invocation and read after an await' },
      ],
      platform: { ready: false, steps: [{ what: 'Create a new function with a CapacityProviderConfig: an existing one cannot be changed to managed instances.', effort: 'rebuild', source: SCALING }, { what: 'Raise MemorySize from 512 to at least 2048.', effort: 'setting', source: SCALING, at: inTemplate(18) }] },
    })),
  functionReport(lambda('QuotesFunction', 'node', 'nodejs22.x', 26, STORE, 'priceOf'),
    ready('ready-with-changes', 92, 'One warning; no result is wrong.', 0.9, { advice: ioAdvice(64, 'the default for Node.js, 64 per vCPU: the code mostly waits') })),
  functionReport({ ...lambda('ReportsFunction', undefined, 'ruby3.4', 80, '', ''), entries: [], notAnalysed: { reason: 'managed instances do not run ruby3.4', kind: 'unsupported-runtime' } },
    ready('unsupported', 0, 'Managed instances do not run ruby3.4.', 0, { platform: { ready: false, steps: [] } })),
  functionReport(lambda('SearchFunction', 'dotnet', 'dotnet8', 70, 'search/Function.cs', 'Search.Function::Handle'),
    ready('not-proven', 88, 'No hazard was found, but only 52 % of the code was understood.', 0.52, {
      coverage: {
        reachedFunctions: 14, calls: 60, resolvedCalls: 31, receivers: 40, resolvedReceivers: 21,
        unresolved: [{ name: 'Nest.ElasticClient.SearchAsync', count: 9, at: inTemplate(70) }, { name: 'Shop.Internal.Ranking.Apply', count: 4, at: inTemplate(70) }],
        escapes: [{ into: 'Shop.Internal.Ranking.Apply', at: inTemplate(70) }], unknownNodes: 3, bounds: [], unreadFiles: ['search/Generated.cs'], unknownLibraries: ['Nest', 'Shop.Internal'],
      },
    })),
  functionReport(lambda('ThumbnailsFunction', 'python', 'python3.13', 90, THUMBNAILS, 'handler'),
    ready('ready-with-changes', 71, 'What was found is possible, not proven.', 0.95, {
      advice: advice('memory-heavy', 8192, 8, 8, [
        'one vCPU at 8 GiB: 1024 MB for each of 8 processes',
        'each invocation runs in a process of its own: 1024 MB each (the memory one invocation has today)',
        'as many as fit into the memory, 1024 MB each (the memory one invocation has today)',
      ], [{ kind: 'memory', what: 'PIL.Image.open', at: at(THUMBNAILS, 11, 'Image.open(path)') }]),
    })),
];

export const exampleReport: AuditReport = {
  tool: { name: 'reentrant', version: '0.0.0-test' },
  functions,
  classes: [],
  findings,
  accepted: {
    suppressed: [{
      finding: { ...growth, fingerprint: '5d2f80c19b3e4a67', subject: 'src/orders.ts:names', location: at(ORDERS, 8, 'orders') },
      by: { file: ORDERS, line: 8, appliesTo: 8, rules: ['shared-cache'], reason: 'three names, never more' },
    }],
    unusedSuppressions: [{ file: STORE, line: 3, appliesTo: 3, rules: ['shared-temp-path'], reason: '' }],
    inBaseline: 2, staleInBaseline: 1,
  },
  catalogue: exampleCatalogue,
  inventory: { templates: ['template.yaml'], passedOver: new Map([['node_modules', 212], ['tests', 31]]) },
  problems: [
    { kind: 'syntax-error', file: 'search/Generated.cs', line: 118, message: 'unexpected `}`; the rest of the file was read' },
    { kind: 'too-large', file: 'web/bundle.js', message: '20.4 MB is over the limit of 1 MB' },
  ],
  summary: {
    score: 63, worstScore: 0, worstVerdict: 'not-ready', changes: [
      { what: `fix \`${leak.subject}\` (${leak.rule}, ${ORDERS}:7)`, findings: [leak.fingerprint], functions: ['OrdersFunction'], score: 71.3 },
      { what: 'make the code of Search understood: only 52 % of its calls and receivers were understood', findings: [], functions: ['SearchFunction'], score: 73.3 },
    ],
  },
  statistics: [{
    language: 'node', filesIndexed: 12, filesLowered: 3, filesWithErrors: 0, nodes: 640, unknown: [{ node: 'DebuggerStatement', count: 1 }],
    calls: 41, resolvedCalls: 40, receivers: 30, resolvedReceivers: 29, unresolved: [{ name: 'fetchPrice', count: 1 }],
  }],
  sourceText: (file) => exampleSources[file],
};
