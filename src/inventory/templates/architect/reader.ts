/** Applications of Architect: `app.arc`, `.arc`, `arc.json` or `arc.yaml`. */
import type { DeclarationReader } from '../declared-function.js';
import { parseTemplate } from '../document.js';
import { readEach } from '../read-each.js';
import { functionsOf } from './functions.js';
import { manifestOf, readManifest } from './manifest.js';

const MANIFEST = /(?:^|\/)(?:app\.arc|\.arc|arc\.(?:json|ya?ml))$/;

export const architect: DeclarationReader = {
  mayDeclare: (file) => MANIFEST.test(file),
  read: (candidates, { project }) => readEach(candidates, (file) => {
    const text = project.read(file);
    if (text === undefined) return {};
    const { root, problem } = file.endsWith('.arc') ? {} : parseTemplate(file, text);
    const manifest = file.endsWith('.arc') ? readManifest(file, text) : root && manifestOf(root);
    return { problem, ...(manifest?.has('app') ? { functions: functionsOf(file, manifest, project) } : {}) };
  }),
};
