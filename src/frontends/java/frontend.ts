/** The Java front-end. */
import type { Frontend } from '../frontend.js';
import { createProgram } from '../program/index.js';
import { loadGrammar } from '../tree-sitter/index.js';
import { lowerFile } from './lower-file.js';
import { JavaProject } from './project.js';

/** Reads Java 8 to 25, as far as the grammar goes. */
export function createJavaFrontend(): Frontend {
  const grammar = loadGrammar('java');
  return {
    language: 'java',
    extensions: ['.java'],
    open(source) {
      const project = new JavaProject(source, grammar);
      return createProgram({
        files: project.files,
        index: (file) => project.index(file).module,
        lower: (file) => lowerFile(project, file),
        fileOfType: (id) => project.fileOfType(id),
        filesNamingBase: (id) => project.filesNamingBase(id),
        filesWithBindings: () => project.filesWithBindings(),
      });
    },
  };
}
