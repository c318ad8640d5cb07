/** A whole file with its bodies. */
import type { FunctionSignature, Module } from '../../../ir/index.js';
import { scopeNames } from '../bindings.js';
import type { PythonProject } from '../project.js';
import { buildFunction, FileLowering } from './context.js';
import { lowerStatement } from './statements.js';

/** Lowers every body in `file`. Never fails: what is not understood is `unknown` and counted. */
export function lowerFile(project: PythonProject, file: string): Module {
  const index = project.index(file);
  const root = project.tree(file);
  const outline = project.outline(file)!;
  const lowering = new FileLowering(project, outline, project.text(file));
  const init = initSignature(file);
  const names = scopeNames(root.children, outline);
  buildFunction({ file: lowering, kind: 'module', names, isAsync: false }, init, (f) => {
    for (const statement of root.namedChildren) lowerStatement(f, statement);
  });
  const { bodies, lineStarts, nodeCount, unknownNodes } = lowering;
  return { ...index, problems: [...index.problems, ...lowering.problems], lineStarts, bodies, init: init.id, nodeCount, unknownNodes };
}

function initSignature(file: string): FunctionSignature {
  return {
    id: `${file}#<init>`, name: '<init>', parameters: [], isStatic: false, isAsync: false, isGenerator: false, isConstructor: false, isAbstract: false,
    isPrivate: false, annotations: [], at: { start: 0, end: 0 },
  };
}
