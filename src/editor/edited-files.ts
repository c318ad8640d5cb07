/**
 * The files of a project while people and tools change them: as the disk has them, and one of them as an editor shows it. Looking
 * for changes costs time that somebody waits for, so it is done seldom enough to take a twentieth of it at most.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { SourceProject } from '../frontends/frontend.js';
import { openSourceProject, type ProjectFiles } from '../inventory/index.js';

/** What has changed on disk since the last look: texts of single files, or which files there are. */
export interface DiskChanges {
  readonly texts: readonly string[];
  readonly files: boolean;
}

/** A `SourceProject` whose texts change. `read` gives the shown text of the shown file, and otherwise what the disk said when it was last read. */
export interface EditedFiles extends SourceProject {
  /** The name in the project of an absolute path; nothing when the file is not one of the project's. */
  nameOf(absolute: string): string | undefined;
  /** The editor's text of `file`, instead of the one that was shown before. */
  show(file: string, text: string): void;
  /** All files are again as the disk has them. */
  hide(): void;
  /** The file that is shown, when its text is not the disk's. */
  edited(): string | undefined;
  /** What has changed on disk; now and then nothing is found because nothing was looked for. */
  changes(): DiskChanges;
  /** Takes the disk's text of `file` from now on. */
  reread(file: string): void;
}

const NO_CHANGES: DiskChanges = { texts: [], files: false };
/** Time between two looks, as a multiple of what a look takes. */
const PATIENCE = 20;
/** Rules that hide files lie in files that nobody asks for. */
const IGNORE_FILE = /(?:^|\/)\.gitignore$/;

/** Opens the folder `folder`, an absolute path. Throws when it cannot be found. */
export function openEditedFiles(folder: string, wanted: readonly string[]): EditedFiles {
  const disk = openSourceProject({ path: folder, wanted });
  const inProject = (file: string): string => path.join(disk.root, file);
  const places = placesOf(disk);
  const texts = new Map(disk.files.filter((file) => IGNORE_FILE.test(file)).map((file) => [file, stampOf(inProject(file))]));
  let shown: { readonly file: string; readonly text: string } | undefined;
  let nextLook = 0;

  const look = (): DiskChanges => {
    const changed = [...texts].filter(([file, stamp]) => stampOf(inProject(file)) !== stamp).map(([file]) => file);
    if (changed.some((file) => IGNORE_FILE.test(file))) return { texts: changed, files: true };
    return { texts: changed, files: haveOtherFiles(disk, places, () => openSourceProject({ path: folder, wanted })) };
  };

  return {
    root: disk.root, files: disk.files, has: disk.has, problem: disk.problem,
    read(file) {
      if (shown?.file === file) return shown.text;
      // Stamped before it is read: a change in between is seen at the next look.
      if (!texts.has(file) && disk.has(file)) texts.set(file, stampOf(inProject(file)));
      return disk.read(file);
    },
    nameOf(absolute) {
      const name = path.relative(disk.root, absolute).split(path.sep).join('/');
      return disk.has(name) ? name : undefined;
    },
    show: (file, text) => { shown = { file, text }; },
    hide: () => { shown = undefined; },
    edited: () => (shown !== undefined && disk.read(shown.file) !== shown.text ? shown.file : undefined),
    changes() {
      const start = performance.now();
      if (start < nextLook) return NO_CHANGES;
      const found = look();
      const end = performance.now();
      nextLook = end + (end - start) * PATIENCE;
      return found;
    },
    reread(file) {
      disk.forget(file);
      texts.delete(file);
    },
  };
}

/** What decides which files there are, with its stamp. A folder's time changes with each file that comes, goes, or is replaced by a new one of its name. */
function placesOf({ root, folders, gitIndex }: ProjectFiles): Map<string, string> {
  const places = folders.map((name) => path.join(root, name));
  if (gitIndex !== undefined) places.push(gitIndex);
  return new Map(places.map((place) => [place, stampOf(place)]));
}

function haveOtherFiles(disk: ProjectFiles, places: Map<string, string>, reopen: () => ProjectFiles): boolean {
  if ([...places].every(([place, stamp]) => stampOf(place) === stamp)) return false;
  const now = reopen();
  if (now.files.length !== disk.files.length || now.files.some((file, index) => file !== disk.files[index])) return true;
  for (const [place, stamp] of placesOf(now)) places.set(place, stamp);
  return false;
}

/** Something that differs when the file or folder has changed. */
function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
}
