/**
 * The WebAssembly instance behind the parsers, made fit for hostile text. As web-tree-sitter starts it, it has a stack of
 * 64 KB, which a few thousand nested constructs overrun, writing over the instance's own data; and ambiguous text can make it take 2 GB.
 * Here it gets a stack longer than the one Node gives WebAssembly calls, so that Node stops a recursion first; a limit to its
 * memory; and `guarded`, which puts it back to its state before the failure.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

type TreeSitter = typeof import('web-tree-sitter');

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

/**
 * How much code of a function is run before V8 compiles it anew with optimisations. By default that is so little that a project of
 * one file spends a third of its processor time on compiling a parser it is about to leave; a larger one gets there anyway.
 */
const RUNS_BEFORE_OPTIMISING = '--wasm-tiering-budget=30000000';

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

/** Starts an instance. web-tree-sitter has room for one in a process. */
export async function startRuntime(): Promise<Runtime> {
  setFlagsFromString(RUNS_BEFORE_OPTIMISING);
  const treeSitter = await import('web-tree-sitter');
  const memory = new WebAssembly.Memory({ initial: INITIAL_MEMORY / PAGE, maximum: MAX_MEMORY / PAGE });
  const { options, stackPointer } = await instanceOptions(memory);
  await treeSitter.Parser.init(options);
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

async function instanceOptions(memory: WebAssembly.Memory): Promise<{ options: InstanceOptions; stackPointer: () => WebAssembly.Global }> {
  const file = createRequire(import.meta.url).resolve('web-tree-sitter/web-tree-sitter.wasm');
  const module = await WebAssembly.compile(await readFile(file));
  let stackPointer: WebAssembly.Global | undefined;
  const options: InstanceOptions = {
    wasmMemory: memory,
    instantiateWasm(imports, receive) {
      stackPointer = imports.env['__stack_pointer'] as WebAssembly.Global;
      void WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module));
    },
    printErr: () => undefined,
  };
  return { options, stackPointer: () => stackPointer! };
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
  return error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
}
