/** The Node.js front-end: JavaScript and TypeScript files as a program. */
import type { Problem } from '../../ir/index.js';
import type { Frontend, SourceProject } from '../frontend.js';
import type { LanguageIndex } from '../program/index.js';
import { createProgram } from '../program/index.js';
import { mayRegister } from './bindings.js';
import { indexOf } from './declarations.js';
import type { Repository } from './entities.js';
import type { FileFacts } from './facts.js';
import { factsOf } from './facts.js';
import { lowerModule } from './lower/module.js';
import type { ParsedSource } from './parse.js';
import { moduleText, parseSource } from './parse.js';
import { createResolver } from './resolve/resolve.js';
import type { ES } from './syntax.js';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const SOURCE = /\.(?:[mc]?[jt]s|[jt]sx|json)$/;

/** The front-end for `.js`, `.ts` and their relatives. */
export function createNodeFrontend(): Frontend {
  return { language: 'node', extensions: EXTENSIONS, open: (project) => createProgram(nodeIndex(project)) };
}

function nodeIndex(project: SourceProject): LanguageIndex {
  // A file of JSON is a module for those who import it.
  const files = project.files.filter((file) => SOURCE.test(file));
  const known = new Set(files);
  const sources = files.filter((file) => !file.endsWith('.json'));
  const facts = new Map<string, FileFacts>();
  const factsIn = (file: string): FileFacts => {
    let found = facts.get(file);
    if (found === undefined) {
      found = readFacts(project, file);
      facts.set(file, found);
    }
    return found;
  };
  const repository: Repository = {
    facts: (file) => (known.has(file) ? factsIn(file) : undefined),
    resolve: createResolver(project),
    known: new Map(),
  };
  const fileOfType = (id: string): string | undefined => {
    const file = id.slice(0, Math.max(0, id.lastIndexOf('#')));
    return known.has(file) ? file : undefined;
  };
  return {
    files,
    index: (file) => indexOf(repository, factsIn(file)),
    lower: (file) => lowerModule(repository, factsIn(file)),
    fileOfType,
    filesNamingBase: (id) => sources.filter((file) => mayExtend(project.read(file), id)),
    filesWithBindings: () => sources.filter((file) => mayRegister(project.read(file) ?? '')),
  };
}

const EMPTY: ES.Program = { type: 'Program', body: [], sourceType: 'module', hashbang: null, start: 0, end: 0 };

function readFacts(project: SourceProject, file: string): FileFacts {
  const text = project.read(file);
  if (text === undefined) {
    const problem: Problem = project.problem(file) ?? { kind: 'unreadable', file, message: 'cannot be read' };
    return factsOf(file, '', EMPTY, [problem]);
  }
  const source = moduleText(file, text);
  const parsed: ParsedSource = parseSource(file, source);
  return factsOf(file, source, parsed.program ?? EMPTY, parsed.problems);
}

/** A cheap look at the text: a subclass names its base, and says `extends` or `implements`. */
function mayExtend(text: string | undefined, id: string): boolean {
  const name = id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf('.')) + 1);
  return text !== undefined && /\b(?:extends|implements)\b/.test(text) && text.includes(name);
}
