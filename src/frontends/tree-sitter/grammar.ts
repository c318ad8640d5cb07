/**
 * The grammars, each loaded once and only when a file of its language is met.
 */
import { readFile } from 'node:fs/promises';
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

const loaded = new Map<GrammarName, Promise<Grammar>>();

/** The grammar `name`, loaded at the first call. */
export function loadGrammar(name: GrammarName): Promise<Grammar> {
  let grammar = loaded.get(name);
  if (grammar === undefined) {
    grammar = load(name);
    loaded.set(name, grammar);
  }
  return grammar;
}

let runtime: Promise<Runtime> | undefined;

async function load(name: GrammarName): Promise<Grammar> {
  runtime ??= startRuntime();
  const { packageName, file, trivia } = SOURCES[name];
  const [{ treeSitter, keepState, guarded }, module] = await Promise.all([
    runtime,
    readFile(grammarFile(packageName, file)).then((bytes) => WebAssembly.compile(bytes)),
  ]);
  // From here on without a pause: a failure in another grammar's parser must not find this one half loaded.
  const language = treeSitter.Language.loadSync(module);
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
