/**
 * The WebAssembly instance behind the parsers, made fit for hostile text. As web-tree-sitter starts it, it has a stack of
 * 64 KB, which a few thousand nested constructs overrun, writing over the instance's own data; and ambiguous text can make it take 2 GB.
 * Here it gets a stack longer than the one Node gives WebAssembly calls, so that Node stops a recursion first; a limit to its
 * memory; and `guarded`, which puts it back to its state before the failure.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { types } from 'node:util';
import { compileFunction, createContext, runInContext } from 'node:vm';

type TreeSitter = typeof import('web-tree-sitter');

const REQUIRE = createRequire(import.meta.url);

const PAGE = 65_536;
/** What the instance asks for at least. */
const INITIAL_MEMORY = 32 * 1024 * 1024;
/** A text of the greatest length that is parsed needs up to 300 MB. */
const MAX_MEMORY = 768 * 1024 * 1024;
/** About four times the stack on which Node runs WebAssembly calls. */
const STACK_SIZE = 4 * 1024 * 1024;

/** What `Parser.init` passes to the instance's glue code, and what that adds to it. Not part of web-tree-sitter's types. */
interface InstanceOptions {
  readonly wasmMemory: WebAssembly.Memory;
  readonly instantiateWasm: (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) => void;
  readonly printErr: () => void;
  _malloc?: (size: number) => number;
}

/** A running instance. */
export interface Runtime {
  readonly treeSitter: TreeSitter;
  /** Keeps the present state as the one that a failure returns to. Not to be called while a tree exists. */
  readonly keepState: () => void;
  /**
   * Gives what `use` gives, or nothing when the instance fails in it or `use` gives nothing. After that the instance is as it was at the
   * last `keepState`, which ends every tree and cursor made since. Exceptions that do not come from the instance pass through.
   */
  readonly guarded: <Result>(use: () => Result | undefined) => Result | undefined;
}

/** Starts an instance. */
export function startRuntime(): Runtime {
  const memory = new WebAssembly.Memory({ initial: INITIAL_MEMORY / PAGE, maximum: MAX_MEMORY / PAGE });
  const { options, stackPointer } = instanceOptions(memory);
  const treeSitter = loadTreeSitter(options);
  const stackTop = enlargeStack(options, stackPointer());
  let kept: Uint8Array = new Uint8Array();

  const restore = (): void => {
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(kept);
    // The allocator takes memory it has never handed out to be zero.
    bytes.fill(0, kept.length);
    stackPointer().value = stackTop;
  };

  return {
    treeSitter,
    keepState() {
      kept = usedPart(memory);
    },
    guarded(use) {
      let result;
      try {
        result = use();
      } catch (error) {
        if (!isInstanceFailure(error)) throw error;
      }
      if (result === undefined) restore();
      return result;
    },
  };
}

function instanceOptions(memory: WebAssembly.Memory): { options: InstanceOptions; stackPointer: () => WebAssembly.Global } {
  const module = new WebAssembly.Module(readFileSync(REQUIRE.resolve('web-tree-sitter/web-tree-sitter.wasm')));
  let stackPointer: WebAssembly.Global | undefined;
  const options: InstanceOptions = {
    wasmMemory: memory,
    instantiateWasm(imports, receive) {
      stackPointer = imports.env['__stack_pointer'] as WebAssembly.Global;
      receive(new WebAssembly.Instance(module, imports), module);
    },
    printErr: () => undefined,
  };
  return { options, stackPointer: () => stackPointer! };
}

/**
 * web-tree-sitter with its instance started. It makes a promise of the start although nothing is left to wait for, and ESLint's rules, which need
 * trees too, cannot wait. In a context of its own such promises are kept before the call that evaluates something there returns.
 */
function loadTreeSitter(options: InstanceOptions): TreeSitter {
  const file = REQUIRE.resolve('web-tree-sitter');
  const module = { exports: {} as TreeSitter };
  const start = (): Promise<void> => module.exports.Parser.init(options);
  const context = createContext({ WebAssembly, TextDecoder, console, start }, { microtaskMode: 'afterEvaluate' });
  const define = compileFunction(readFileSync(file, 'utf8'), ['module', 'exports'], { filename: file, parsingContext: context }) as (module: object, exports: object) => void;
  define(module, module.exports);
  runInContext('start()', context);
  return module.exports;
}

/** Moves the still empty stack to a larger block; it grows downwards. Gives its top. */
function enlargeStack(options: InstanceOptions, stackPointer: WebAssembly.Global): number {
  const block = options._malloc!(STACK_SIZE);
  stackPointer.value = (block + STACK_SIZE) & ~15;
  return stackPointer.value;
}

/** A copy of `memory` without the pages at its end that hold only zeros. */
function usedPart(memory: WebAssembly.Memory): Uint8Array {
  const zeros = Buffer.alloc(PAGE);
  let end = memory.buffer.byteLength;
  while (end > 0 && zeros.equals(new Uint8Array(memory.buffer, end - PAGE, PAGE))) end -= PAGE;
  return new Uint8Array(memory.buffer).slice(0, end);
}

/** A trap, an abort of the C code, or the end of Node's stack. */
function isInstanceFailure(error: unknown): boolean {
  return types.isNativeError(error) && (error.name === 'RangeError' || error.name === 'RuntimeError');
}
