/** The Node.js front-end: JavaScript and TypeScript files as a program. */
import type { Problem, Program } from '../../ir/index.js';
import type { Frontend, SourceProject } from '../frontend.js';
import { createProgram } from '../program/index.js';
import { mayRegister } from './bindings.js';
import { indexOf } from './declarations.js';
import { dependentsOf } from './dependents.js';
import { editsIn } from './edits.js';
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
  return { language: 'node', extensions: EXTENSIONS, open: (project) => openEditableProgram(project).program };
}

/** A program whose files change one by one, as in an editor. */
export interface EditableProgram {
  readonly program: Program;
  /** `file` has another text now, which `project.read` gives; `tree` is its ESTree when somebody has parsed it already. */
  change(file: string, tree?: object): void;
  /** The ESTree of the text that `file` has: saves a parser's work if nobody has looked at the file yet. */
  offer(file: string, tree: object): void;
}

/** Opens `project` for analysis while it is edited. Only texts may change: another list of files, or other settings, need another program. */
export function openEditableProgram(project: SourceProject): EditableProgram {
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
  const extending = askedOnce((file) => /\b(?:extends|implements)\b/.test(project.read(file) ?? ''));
  const registering = askedOnce((file) => mayRegister(project.read(file) ?? ''));
  const changing = createProgram({
    files,
    index: (file) => indexOf(repository, factsIn(file)),
    lower: (file) => lowerModule(repository, factsIn(file)),
    fileOfType,
    filesNamingBase: (id) => sources.filter((file) => extending.of(file) && mentions(project.read(file), id)),
    filesWithBindings: () => sources.filter((file) => registering.of(file)),
  });
  const program: Program = {
    ...changing,
    edits(change, places) {
      const [file, ...others] = [...new Set(places.map((place) => place.file))];
      return file === undefined || others.length > 0 ? [] : editsIn(repository, factsIn(file), project.read(file) ?? '', change, places);
    },
  };
  const take = (file: string, tree: object): void => void facts.set(file, factsOf(file, project.read(file) ?? '', tree as ES.Program, []));
  return {
    program,
    offer: (file, tree) => { if (known.has(file) && !facts.has(file)) take(file, tree); },
    change(file, tree) {
      const dependents = dependentsOf(file, facts, repository.resolve);
      for (const changed of [file, ...dependents]) {
        const before = facts.get(changed);
        if (before !== undefined) repository.known.delete(before);
      }
      if (tree === undefined) facts.delete(file);
      else take(file, tree);
      extending.forget(file);
      registering.forget(file);
      changing.forget([file, ...dependents]);
    },
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

/** A cheap look at the text: a subclass names its base. */
function mentions(text: string | undefined, id: string): boolean {
  const name = id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf('.')) + 1);
  return text !== undefined && text.includes(name);
}

/** Answers about files, each found once until it is forgotten. */
function askedOnce(ask: (file: string) => boolean): { readonly of: (file: string) => boolean; readonly forget: (file: string) => void } {
  const known = new Map<string, boolean>();
  const of = (file: string): boolean => {
    let answer = known.get(file);
    if (answer === undefined) known.set(file, (answer = ask(file)));
    return answer;
  };
  return { of, forget: (file) => void known.delete(file) };
}
