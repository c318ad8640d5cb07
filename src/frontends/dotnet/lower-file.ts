/** A whole file with its bodies. */
import type { FunctionSignature, Module } from '../../ir/index.js';
import { descendantsUnless, ERROR, type SyntaxNode } from '../tree-sitter/index.js';
import { buildFunction, FileLowering } from './context.js';
import { CLOSURES, KINDS } from './declarations.js';
import { lowerTypePart } from './lower-type.js';
import type { DotnetProject } from './project.js';
import { lowerStatements } from './statements.js';
import { parts } from './syntax.js';
import { arrayOf, STRING } from './types.js';

/** Namespaces nested deeper are passed over. */
const MAX_NESTING = 50;

/** Lowers every body in `file`. Never fails: what is not understood is `unknown` and counted. */
export function lowerFile(project: DotnetProject, file: string): Module {
  const index = project.index(file);
  const own = project.parts(file);
  const lowering = new FileLowering(project, own, file, project.text(file));
  const { root } = project.tree(file);
  lowerLevel(lowering, root, 0);
  const init = own.hasTopLevelCode ? lowerTopLevel(lowering, root) : undefined;
  const { bodies, lineStarts, nodeCount, unknownNodes } = lowering;
  return {
    ...index, problems: [...index.problems, ...lowering.problems], lineStarts, bodies, nodeCount, unknownNodes,
    ...(init === undefined ? {} : { init }),
  };
}

function lowerLevel(file: FileLowering, node: SyntaxNode, depth: number): void {
  for (const child of parts(node)) {
    if (/namespace_declaration$/u.test(child.type)) {
      const body = child.child('body') ?? child;
      if (depth < MAX_NESTING) lowerLevel(file, body, depth + 1);
    } else if (KINDS.has(child.type)) {
      const part = file.own.partAt.get(child.start);
      if (part !== undefined) lowerTypePart(file, child, part);
    } else if (child.type === ERROR) file.noteUnknown(child.type);
  }
}

/** Statements outside of any type: the program's entry. */
function lowerTopLevel(file: FileLowering, root: SyntaxNode): string {
  const id = `${file.name}#<init>`;
  const at = { start: root.start, end: root.start };
  const statements = parts(root).filter((child) => child.type === 'global_statement');
  const signature: FunctionSignature = {
    id, name: '<main>', parameters: [{ name: 'args', type: arrayOf(STRING), annotations: [], at }], isStatic: true,
    isAsync: statements.some(awaits), isGenerator: false, isConstructor: false, isAbstract: false, isPrivate: false, annotations: [], at,
  };
  file.numberClosures(root, id);
  const scope = { file: file.own.names, namespace: '' };
  buildFunction({ file, signature, scope, hasThis: false }, (f) => lowerStatements(f, statements.flatMap((statement) => parts(statement))));
  return id;
}

function awaits(statement: SyntaxNode): boolean {
  for (const node of descendantsUnless(statement, (n) => CLOSURES.has(n.type))) if (node.type === 'await_expression' || node.type === 'await') return true;
  return false;
}
