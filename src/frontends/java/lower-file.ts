/** A whole file with its bodies. */
import type { Module } from '../../ir/index.js';
import { FileLowering } from './context.js';
import { KINDS } from './declarations.js';
import { lowerGenerated, lowerTypeBody } from './lower-type.js';
import type { JavaProject } from './project.js';

/** Lowers every body in `file`. Never fails: what is not understood is `unknown` and counted. */
export function lowerFile(project: JavaProject, file: string): Module {
  const index = project.index(file);
  const { root } = project.tree(file);
  const lowering = new FileLowering(project, index, project.text(file));
  for (const node of root.namedChildren) {
    const type = KINDS.has(node.type) ? index.typeAt.get(node.start) : undefined;
    if (type !== undefined) lowerTypeBody(lowering, node, type);
    else if (node.type === 'ERROR') lowering.noteUnknown(node.type);
  }
  const implicit = root.childOfType('method_declaration') === undefined ? undefined : index.typeAt.get(root.start);
  if (implicit !== undefined) lowerTypeBody(lowering, root, implicit);
  for (const type of index.types) lowerGenerated(lowering, type);
  const { bodies, lineStarts, nodeCount, unknownNodes } = lowering;
  return { ...index.module, problems: [...index.module.problems, ...lowering.problems], lineStarts, bodies, nodeCount, unknownNodes };
}
