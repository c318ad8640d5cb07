/**
 * The grammars, each loaded once and only when a file of its language is met.
 */
import type { Language, Parser } from 'web-tree-sitter';
import { grammarFile } from '../../assets.js';

/** The languages read through tree-sitter. */
export type GrammarName = 'python' | 'java' | 'c-sharp';

/** A loaded grammar with the parser that uses it. Opaque outside this folder. */
export interface Grammar {
  readonly name: GrammarName;
  readonly parser: Parser;
  readonly language: Language;
  /** Types of nodes that may stand anywhere and mean nothing to a lowering (the grammar's `extras`). */
  readonly trivia: ReadonlySet<string>;
  /** By type id: whether the type is a named rule. */
  readonly namedTypes: readonly boolean[];
  /** By field id: its name. Nothing at 0, which means no field. */
  readonly fieldNames: readonly (string | undefined)[];
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

let runtime: Promise<typeof import('web-tree-sitter')> | undefined;

function loadRuntime(): Promise<typeof import('web-tree-sitter')> {
  runtime ??= import('web-tree-sitter').then(async (module) => {
    await module.Parser.init();
    return module;
  });
  return runtime;
}

async function load(name: GrammarName): Promise<Grammar> {
  const { Language, Parser } = await loadRuntime();
  const source = SOURCES[name];
  const language = await Language.load(grammarFile(source.packageName, source.file));
  const parser = new Parser().setLanguage(language);
  return {
    name,
    parser,
    language,
    trivia: new Set(source.trivia),
    namedTypes: language.types.map((_, typeId) => language.nodeTypeIsNamed(typeId)),
    fieldNames: language.fields.map((field) => field ?? undefined),
  };
}
