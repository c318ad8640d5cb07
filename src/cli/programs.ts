/** The programs of a project. Of the front-ends only those are loaded whose language the project has files in. */
import { setFlagsFromString } from 'node:v8';
import type { Frontend, Language, SourceProject } from '../frontends/frontend.js';
import { createProgram } from '../frontends/program/index.js';
import { parseHcl } from '../frontends/tree-sitter/hcl.js';
import { languageOfFile, type ParseHcl } from '../inventory/programs.js';
import type { Program } from '../ir/index.js';

const LOADERS: Readonly<Record<Language, () => Promise<Frontend>>> = {
  node: async () => (await import('../frontends/node/frontend.js')).createNodeFrontend(),
  java: async () => (await import('../frontends/java/frontend.js')).createJavaFrontend(),
  python: async () => (await import('../frontends/python/frontend.js')).createPythonFrontend(),
  dotnet: async () => (await import('../frontends/dotnet/frontend.js')).createDotnetFrontend(),
};

/**
 * How much code of a parser in WebAssembly is run before V8 compiles it anew with optimisations. By default that is so little that a project of
 * one file spends a third of its processor time on compiling a parser it is about to leave; a larger one gets there anyway.
 */
const RUNS_BEFORE_OPTIMISING = '--wasm-tiering-budget=30000000';

/** Programs of one project, opened on demand and once. */
export interface Programs {
  readonly opened: ReadonlyMap<Language, Program>;
  open(language: Language): Program;
  readonly parseHcl: ParseHcl;
}

/** Loads the front-ends that `project` needs. */
export async function openPrograms(project: SourceProject): Promise<Programs> {
  setFlagsFromString(RUNS_BEFORE_OPTIMISING);
  const languages = new Set(project.files.flatMap((file) => languageOfFile(file) ?? []));
  const frontends = new Map<Language, Frontend>();
  for (const language of languages) frontends.set(language, await LOADERS[language]());
  const opened = new Map<Language, Program>();
  return {
    opened, parseHcl,
    open(language) {
      const program = opened.get(language) ?? frontends.get(language)?.open(project) ?? withoutFiles();
      opened.set(language, program);
      return program;
    },
  };
}

/** What a template says of a language may find no file of it. */
function withoutFiles(): Program {
  return createProgram({
    files: [], fileOfType: () => undefined, filesNamingBase: () => [], filesWithBindings: () => [],
    index: (file) => { throw new Error(`${file} is no file of the program`); }, lower: (file) => { throw new Error(`${file} is no file of the program`); },
  });
}
