/**
 * Canonical names of what is not in the repository: one spelling for each library function, however it was imported, so that
 * knowledge needs to be written once.
 */

/** Modules of Node.js, without the `node:` prefix. */
const BUILT_IN = new Set([
  'assert', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto', 'dgram', 'diagnostics_channel', 'dns',
  'domain', 'events', 'fs', 'http', 'http2', 'https', 'inspector', 'module', 'net', 'os', 'path', 'perf_hooks', 'process', 'punycode',
  'querystring', 'readline', 'repl', 'sea', 'sqlite', 'stream', 'string_decoder', 'sys', 'test', 'timers', 'tls', 'trace_events', 'tty', 'url',
  'util', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib',
]);

/** Members of modules that are globals too. */
const GLOBAL_MEMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['node:buffer', ['Buffer', 'Blob', 'File', 'atob', 'btoa']],
  ['node:url', ['URL', 'URLSearchParams']],
  ['node:util', ['TextEncoder', 'TextDecoder']],
  ['node:perf_hooks', ['performance']],
  ['node:timers', ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate']],
]);

/** Names that every program can use without declaring them; other undeclared names are properties someone has set. */
const GLOBALS = new Set([
  'AbortController', 'AbortSignal', 'AggregateError', 'Array', 'ArrayBuffer', 'AsyncDisposableStack', 'Atomics', 'BigInt', 'BigInt64Array',
  'BigUint64Array', 'Blob', 'Boolean', 'BroadcastChannel', 'Buffer', 'ByteLengthQueuingStrategy', 'CloseEvent', 'CompressionStream',
  'CountQueuingStrategy', 'Crypto', 'CryptoKey', 'CustomEvent', 'DOMException', 'DataView', 'Date', 'DecompressionStream', 'DisposableStack', 'Error',
  'EvalError', 'Event', 'EventTarget', 'File', 'FinalizationRegistry', 'Float16Array', 'Float32Array', 'Float64Array', 'FormData', 'Function',
  'Headers', 'Infinity', 'Int16Array', 'Int32Array', 'Int8Array', 'Intl', 'Iterator', 'JSON', 'Map', 'Math', 'MessageChannel', 'MessageEvent',
  'MessagePort', 'NaN', 'Navigator', 'Number', 'Object', 'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure',
  'PerformanceObserver', 'Promise', 'Proxy', 'RangeError', 'ReadableByteStreamController', 'ReadableStream', 'ReadableStreamBYOBReader',
  'ReadableStreamDefaultController', 'ReadableStreamDefaultReader', 'ReferenceError', 'Reflect', 'RegExp', 'Request', 'Response', 'Set',
  'SharedArrayBuffer', 'String', 'SubtleCrypto', 'SuppressedError', 'Symbol', 'SyntaxError', 'TextDecoder', 'TextDecoderStream', 'TextEncoder',
  'TextEncoderStream', 'TransformStream', 'TypeError', 'URIError', 'URL', 'URLPattern', 'URLSearchParams', 'Uint16Array', 'Uint32Array', 'Uint8Array',
  'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'WebAssembly', 'WebSocket', 'WritableStream', 'WritableStreamDefaultController',
  'WritableStreamDefaultWriter', '__dirname', '__filename', 'atob', 'awslambda', 'btoa', 'clearImmediate', 'clearInterval', 'clearTimeout', 'console',
  'crypto', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'eval', 'fetch', 'gc', 'globalThis', 'isFinite', 'isNaN',
  'navigator', 'parseFloat', 'parseInt', 'performance', 'process', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone',
  'undefined', 'unescape',
]);

/** Whether `name` is a property of the global object that the platform put there. */
export function isPlatformGlobal(name: string): boolean {
  return GLOBALS.has(name);
}

/** Functions that give back the library module they instrument. */
const INSTRUMENTING = new Set(['captureAWS', 'captureHTTPs'].flatMap((name) => [`aws-xray-sdk.${name}`, `aws-xray-sdk-core.${name}`]));
/** Modules whose callback functions have twins that return promises. */
const WITH_PROMISES = /^(node:(?:fs|dns|stream))\.(?!promises\b)(\w+)$/;

/** What a call gives that only wraps a library function or module: `promisify(fs.readFile)`, `console.log.bind(console)`. */
export function wrappedSymbol(callee: string, argument: string): string | undefined {
  if (INSTRUMENTING.has(callee)) return argument;
  if (callee === 'node:util.promisify') return argument.replace(WITH_PROMISES, '$1.promises.$2');
  return callee.endsWith('.bind') ? callee.slice(0, -'.bind'.length) : undefined;
}

/** The symbol of a library module: `fs/promises` and `node:fs/promises` are `node:fs.promises`, `pg` stays `pg`. */
export function moduleSymbol(specifier: string): string {
  const name = specifier.startsWith('node:') ? specifier.slice(5) : specifier;
  const [root, ...rest] = name.split('/');
  if (root === undefined || !BUILT_IN.has(root) || (rest.length > 1 && specifier === name)) return specifier;
  if (root === 'process' || root === 'console') return [root, ...rest].join('.');
  return [`node:${root}`, ...rest].join('.');
}

/** The package that a specifier names, for the list of libraries: `@aws-sdk/client-s3`, `node:fs`. */
export function packageName(specifier: string): string {
  const symbol = moduleSymbol(specifier);
  if (symbol === 'process' || symbol === 'console') return `node:${symbol}`;
  if (symbol.startsWith('node:')) return symbol.split('.')[0]!;
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** `symbol.name`. A module's `default` is the module, and what is global keeps its bare name. */
export function memberSymbol(symbol: string, name: string): string {
  if (name === 'default') return symbol;
  if (GLOBAL_MEMBERS.get(symbol)?.includes(name) === true) return name;
  return symbol === 'globalThis' ? name : `${symbol}.${name}`;
}
