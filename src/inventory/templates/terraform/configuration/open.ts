/** A configuration as Terraform applies it: a folder, with the modules that it calls. */
import { filesBelow, joinPath } from '../../../files/files-below.js';
import type { FileAccess } from '../language/functions.js';
import type { ModuleText, ModuleTexts } from './module-text.js';
import { Module } from './module.js';

/** Bounds of one configuration. */
const MAX_STEPS = 400_000;
const MAX_MODULES = 1000;

/** Opens the configuration whose own module is `text`. */
export function openConfiguration(text: ModuleText, texts: ModuleTexts): Module {
  const { folder } = text;
  const { project } = texts.source;
  const files: FileAccess = {
    read: (path) => {
      const file = joinPath(folder, path);
      return file === undefined || path.startsWith('/') || !project.has(file) ? undefined : project.read(file);
    },
    below: (path) => {
      const below = path.startsWith('/') ? undefined : joinPath(folder, path);
      return below === undefined ? [] : filesBelow(project.files, below).map((file) => (below === '' ? file : file.slice(below.length + 1)));
    },
  };
  return new Module(text, { texts, folder, budget: { steps: MAX_STEPS, depth: 0 }, files, problems: [], modulesLeft: MAX_MODULES });
}
