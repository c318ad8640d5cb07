/**
 * Builds the body of one function in A-normal form: temporaries, nested blocks, scopes with unique names, and the variables
 * that closures reached for. Knows no language.
 */
import type { Block, FunctionBody, FunctionId, FunctionSignature, Instruction, Operand, Span, Statement, TypeRef } from '../../ir/index.js';
import { captureVariables } from './captured-variables.js';

/** An instruction that gives a value, before its target is known. */
export type Producer = (to: string) => Instruction;

export class FunctionBuilder {
  private current: Statement[] = [];
  private temporaries = 0;
  private readonly used = new Map<string, number>();
  private scope: Map<string, string>;
  private readonly scopes: Map<string, string>[];
  private readonly types = new Map<string, TypeRef>();
  private readonly captured = new Set<string>();

  constructor(readonly id: FunctionId) {
    this.scope = new Map();
    this.scopes = [this.scope];
  }

  /** A new temporary: `%1`, `%2`, … */
  temporary(): string {
    return `%${++this.temporaries}`;
  }

  emit(statement: Statement): void {
    this.current.push(statement);
  }

  /** Emits an instruction whose result goes to a new temporary. */
  produce(make: Producer): Operand {
    const to = this.temporary();
    this.emit(make(to));
    return { kind: 'local', name: to };
  }

  /** The statements that `run` emits, as a block of their own. */
  block(run: () => void): Block {
    const outside = this.current;
    const inside: Statement[] = [];
    this.current = inside;
    try {
      run();
    } finally {
      this.current = outside;
    }
    return inside;
  }

  /** Runs `run` in a scope of its own: what it declares is not seen afterwards. */
  scoped<T>(run: () => T): T {
    const outside = this.scope;
    this.scope = new Map();
    this.scopes.push(this.scope);
    try {
      return run();
    } finally {
      this.scopes.pop();
      this.scope = outside;
    }
  }

  /** Declares a variable in the current scope; the name it has from now on is unique in the function. */
  declare(name: string, type?: TypeRef): string {
    const count = (this.used.get(name) ?? 0) + 1;
    this.used.set(name, count);
    const unique = count === 1 ? name : `${name}$${count}`;
    this.scope.set(name, unique);
    if (type !== undefined) this.types.set(unique, type);
    return unique;
  }

  /** The unique name of a variable that is visible here. */
  lookup(name: string): string | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const unique = this.scopes[i]!.get(name);
      if (unique !== undefined) return unique;
    }
    return undefined;
  }

  typeOf(unique: string): TypeRef | undefined {
    return this.types.get(unique);
  }

  setType(unique: string, type: TypeRef): void {
    this.types.set(unique, type);
  }

  /** Notes that a closure reaches for the variable. */
  capture(unique: string): void {
    this.captured.add(unique);
  }

  /** Copies `from` into a variable; when the last instruction has just made `from`, it writes to the variable instead. */
  assign(to: string, from: Operand, at: Span): void {
    const last = this.current.at(-1);
    const made = from.kind === 'local' && from.name.startsWith('%') && last !== undefined && 'to' in last && last.to === from.name;
    if (made) this.current[this.current.length - 1] = { ...last, to };
    else this.emit({ op: 'move', to, from, at });
  }

  /** The finished function. `signature` says what the declaration said; parameters must have been declared first. */
  finish(signature: FunctionSignature): FunctionBody {
    const parameters = signature.parameters.map((p) => p.name);
    const body = captureVariables(this.current, {
      owner: this.id, captured: this.captured, parameters, temporary: () => this.temporary(),
    });
    const localTypes = new Map([...this.types].filter(([name]) => !parameters.includes(name)));
    return { ...signature, body, localTypes, capturedVariables: [...this.captured].sort() };
  }
}
