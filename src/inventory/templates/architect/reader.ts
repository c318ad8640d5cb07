/** Applications of Architect: `app.arc`, `.arc`, `arc.json` or `arc.yaml`. */
import type { Problem } from '../../../ir/index.js';
import type { DeclarationReader, Declarations, DeclaredFunction } from '../declared-function.js';
import { parseTemplate } from '../document.js';
import { functionsOf } from './functions.js';
import { manifestOf, readManifest } from './manifest.js';

const MANIFEST = /(?:^|\/)(?:app\.arc|\.arc|arc\.(?:json|ya?ml))$/;

export const architect: DeclarationReader = {
  mayDeclare: (file) => MANIFEST.test(file),
  read(candidates, { project }): Declarations {
    const files: string[] = [];
    const functions: DeclaredFunction[] = [];
    const problems: Problem[] = [];
    for (const file of candidates) {
      const text = project.read(file);
      if (text === undefined) continue;
      const { root, problem } = file.endsWith('.arc') ? {} : parseTemplate(file, text);
      if (problem) problems.push(problem);
      const manifest = file.endsWith('.arc') ? readManifest(file, text) : root && manifestOf(root);
      if (!manifest?.has('app')) continue;
      files.push(file);
      functions.push(...functionsOf(file, manifest, project));
    }
    return { files: files.sort(), functions, capacityProviders: [], problems };
  },
};
