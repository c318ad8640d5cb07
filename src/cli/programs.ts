/** Opens front-ends when a file asks for them; nothing of a language is loaded before. */
import type { Frontend, Language, SourceProject } from '../frontends/frontend.js';
import type { Program } from '../ir/index.js';

const LOADERS: Record<Language, () => Promise<Frontend>> = {
  node: async () => (await import('../frontends/node/frontend.js')).createNodeFrontend(),
  java: async () => (await import('../frontends/java/frontend.js')).createJavaFrontend(),
  python: async () => { throw new Error('no Python front-end yet'); },
  dotnet: async () => { throw new Error('no .NET front-end yet'); },
};

const EXTENSIONS: Readonly<Record<string, Language>> = {
  '.js': 'node', '.mjs': 'node', '.cjs': 'node', '.jsx': 'node', '.ts': 'node', '.mts': 'node', '.cts': 'node', '.tsx': 'node',
  '.py': 'python', '.java': 'java', '.cs': 'dotnet',
};

/** The language of a source file, by its extension. */
export function languageOf(file: string): Language | undefined {
  return EXTENSIONS[/\.[a-z]+$/.exec(file)?.[0] ?? ''];
}

/** Programs of one project, opened on demand and once. */
export interface Programs {
  readonly opened: ReadonlyMap<Language, Program>;
  open(language: Language): Promise<Program>;
}

export function openPrograms(project: SourceProject): Programs {
  const opened = new Map<Language, Program>();
  const opening = new Map<Language, Promise<Program>>();
  return {
    opened,
    open(language) {
      let pending = opening.get(language);
      if (!pending) {
        pending = LOADERS[language]().then((frontend) => frontend.open(project)).then((program) => {
          opened.set(language, program);
          return program;
        });
        opening.set(language, pending);
      }
      return pending;
    },
  };
}
