/** The .NET front-end. */
import type { Frontend } from '../frontend.js';
import { createProgram } from '../program/index.js';
import { loadGrammar } from '../tree-sitter/index.js';
import { lowerFile } from './lower-file.js';
import { DotnetProject } from './project.js';

/** Reads C# 7 to 13, as far as the grammar goes. */
export function createDotnetFrontend(): Frontend {
  const grammar = loadGrammar('c-sharp');
  return {
    language: 'dotnet',
    extensions: ['.cs'],
    open(source) {
      const project = new DotnetProject(source, grammar);
      return createProgram({
        files: project.files,
        index: (file) => project.index(file),
        lower: (file) => lowerFile(project, file),
        fileOfType: (id) => project.fileOfType(id),
        filesNamingBase: (id) => project.filesNamingBase(id),
        filesWithBindings: () => project.filesWithBindings(),
      });
    },
  };
}
