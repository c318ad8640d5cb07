/** The Python front-end. */
import type { Frontend } from '../frontend.js';
import { createProgram } from '../program/index.js';
import { loadGrammar } from '../tree-sitter/index.js';
import { lowerFile } from './lower/module.js';
import { PythonProject } from './project.js';

/** Reads Python 3.8 to 3.14, as far as the grammar goes. */
export function createPythonFrontend(): Frontend {
  const grammar = loadGrammar('python');
  return {
    language: 'python',
    extensions: ['.py'],
    open(source) {
      const project = new PythonProject(source, grammar);
      return createProgram({
        files: project.files,
        index: (file) => project.index(file),
        lower: (file) => lowerFile(project, file),
        fileOfType: (id) => project.fileOfType(id),
        filesNamingBase: (id) => project.filesNamingBase(id),
        filesWithBindings: () => [],
      });
    },
  };
}
