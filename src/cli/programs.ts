/** Opens front-ends when a file asks for them; nothing of a language is loaded before. */
import type { Frontend, Language, SourceProject } from '../frontends/frontend.js';
import type { Program } from '../ir/index.js';

const LOADERS: Partial<Record<Language, () => Promise<Frontend>>> = {
  node: async () => (await import('../frontends/node/frontend.js')).createNodeFrontend(),
  java: async () => (await import('../frontends/java/frontend.js')).createJavaFrontend(),
  python: async () => (await import('../frontends/python/frontend.js')).createPythonFrontend(),
  dotnet: async () => (await import('../frontends/dotnet/frontend.js')).createDotnetFrontend(),
};

/** Programs of one project, opened on demand and once. */
export interface Programs {
  readonly opened: ReadonlyMap<Language, Program>;
  /** Nothing when the language has no front-end. */
  open(language: Language): Promise<Program | undefined>;
}

export function openPrograms(project: SourceProject): Programs {
  const opened = new Map<Language, Program>();
  const opening = new Map<Language, Promise<Program | undefined>>();
  return {
    opened,
    open(language) {
      let pending = opening.get(language);
      if (!pending) {
        pending = openProgram(project, language, opened);
        opening.set(language, pending);
      }
      return pending;
    },
  };
}

async function openProgram(project: SourceProject, language: Language, opened: Map<Language, Program>): Promise<Program | undefined> {
  const frontend = await LOADERS[language]?.();
  const program = await frontend?.open(project);
  if (program) opened.set(language, program);
  return program;
}
