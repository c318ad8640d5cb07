/**
 * What readers of declarations gave, kept while files change one by one, as in an editor: parsing every template anew would be
 * most of what an edit costs. Holds for one list of files.
 */
import type { Language, SourceProject } from '../../frontends/frontend.js';
import type { ProgramSource } from '../programs.js';
import type { DeclarationReader, Declarations } from './declared-function.js';

interface Kept {
  readonly asked: readonly string[];
  readonly isNamed: boolean;
  readonly reading: Declarations;
  /** Files that were looked at. */
  readonly looked: ReadonlySet<string>;
}

export class KeptReadings {
  readonly #kept = new Map<DeclarationReader, Kept>();

  /** `file` has another text now. */
  forget(file: string): void {
    for (const [reader, { looked }] of this.#kept) if (looked.has(file)) this.#kept.delete(reader);
  }

  /** As `reader.read`. What was computed from code is not kept, since an edit anywhere may change it. */
  read(reader: DeclarationReader, files: readonly string[], source: ProgramSource, isNamed: boolean): Declarations {
    const kept = this.#kept.get(reader);
    if (kept?.isNamed === isNamed && kept.asked.length === files.length && kept.asked.every((file, n) => file === files[n])) return kept.reading;
    const looked = new Set<string>();
    let isFromCode = false;
    const programFor = (language: Language): ReturnType<ProgramSource['programFor']> => {
      const program = source.programFor(language);
      isFromCode ||= program !== undefined;
      return program;
    };
    const reading = reader.read(files, { ...source, project: watched(source.project, looked), programFor }, isNamed);
    if (isFromCode) this.#kept.delete(reader);
    else this.#kept.set(reader, { asked: files, isNamed, reading, looked });
    return reading;
  }
}

/** `project`, which notes in `looked` what is read. */
function watched(project: SourceProject, looked: Set<string>): SourceProject {
  return {
    root: project.root, files: project.files, has: (file) => project.has(file), problem: (file) => project.problem(file),
    read(file) {
      looked.add(file);
      return project.read(file);
    },
  };
}
