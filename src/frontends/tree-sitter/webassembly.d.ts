/** The part of the WebAssembly API used here; neither TypeScript's ES library nor Node's types declare it. */
declare namespace WebAssembly {
  class Module {
    private readonly brand: unique symbol;
  }
  class Memory {
    constructor(limits: { initial: number; maximum: number });
    readonly buffer: ArrayBuffer;
  }
  class Global {
    value: number;
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }
  interface Imports {
    readonly env: Readonly<Record<string, unknown>>;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Imports): Promise<Instance>;
}
