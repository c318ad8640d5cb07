/**
 * The grammars, each loaded once and only when a file of its language is met.
 */
import { readFileSync } from 'node:fs';
import type { Parser, Tree } from 'web-tree-sitter';
import { grammarFile } from '../../assets.js';
import { startRuntime, type Runtime } from './runtime.js';

/** The languages read through tree-sitter. */
export type GrammarName = 'python' | 'java' | 'c-sharp' | 'hcl';

/** A loaded grammar. */
export interface Grammar {
  readonly name: GrammarName;
  /** Types of nodes that may stand anywhere and mean nothing to a lowering (the grammar's `extras`). */
  readonly trivia: ReadonlySet<string>;
  /** By type id: its name. */
  readonly types: readonly string[];
  /** By type id: whether the type is a named rule. */
  readonly namedTypes: readonly boolean[];
  /** By field id: its name. Nothing at 0, which means no field. */
  readonly fieldNames: readonly (string | undefined)[];
  /**
   * Parses `text` and gives what `use` makes of the tree, which is gone afterwards. Gives nothing when the parser fails, or when
   * `mayContinue`, asked from time to time while it parses, says no.
   */
  withTree<Result>(text: string, mayContinue: () => boolean, use: (tree: Tree) => Result): Result | undefined;
}

interface GrammarSource {
  readonly packageName: string;
  readonly file: string;
  readonly trivia: readonly string[];
}

const SOURCES: Readonly<Record<GrammarName, GrammarSource>> = {
  python: {
    packageName: 'tree-sitter-python',
    file: 'tree-sitter-python.wasm',
    trivia: ['comment', 'line_continuation'],
  },
  java: {
    packageName: 'tree-sitter-java',
    file: 'tree-sitter-java.wasm',
    trivia: ['line_comment', 'block_comment'],
  },
  'c-sharp': {
    packageName: 'tree-sitter-c-sharp',
    file: 'tree-sitter-c_sharp.wasm',
    trivia: [
      'comment', 'preproc_region', 'preproc_endregion', 'preproc_line', 'preproc_pragma', 'preproc_nullable',
      'preproc_error', 'preproc_warning', 'preproc_define', 'preproc_undef',
    ],
  },
  hcl: {
    packageName: '@tree-sitter-grammars/tree-sitter-hcl',
    file: 'tree-sitter-hcl.wasm',
    trivia: ['comment'],
  },
};

const loaded = new Map<GrammarName, Grammar>();

/** The grammar `name`, loaded at the first call. */
export function loadGrammar(name: GrammarName): Grammar {
  let grammar = loaded.get(name);
  if (grammar === undefined) loaded.set(name, (grammar = load(name)));
  return grammar;
}

let runtime: Runtime | undefined;

function load(name: GrammarName): Grammar {
  runtime ??= startRuntime();
  const { treeSitter, keepState, guarded } = runtime;
  const { packageName, file, trivia } = SOURCES[name];
  const language = treeSitter.Language.loadSync(new WebAssembly.Module(readFileSync(grammarFile(packageName, file))));
  const parser = new treeSitter.Parser().setLanguage(language);
  keepState();
  return {
    name,
    trivia: new Set(trivia),
    types: language.types,
    namedTypes: language.types.map((_, typeId) => language.nodeTypeIsNamed(typeId)),
    fieldNames: language.fields.map((field) => field ?? undefined),
    withTree: (text, mayContinue, use) => guarded(() => withTree(parser, text, mayContinue, use)),
  };
}

function withTree<Result>(parser: Parser, text: string, mayContinue: () => boolean, use: (tree: Tree) => Result): Result | undefined {
  const tree = parser.parse(text, null, { progressCallback: () => !mayContinue() });
  if (tree === null) return undefined;
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}
