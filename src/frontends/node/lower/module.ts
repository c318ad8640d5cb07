/** One file with all bodies. Functions are lowered one after the other, so that nested functions cost no call stack. */
import type { FunctionBody, Module } from '../../../ir/index.js';
import { indexOf } from '../declarations.js';
import type { Repository } from '../entities.js';
import type { FileFacts } from '../facts.js';
import type { FileLowering } from './context.js';
import { lowerFunction } from './functions.js';

/** Lowers the file that `facts` describe. */
export function lowerModule(repository: Repository, facts: FileFacts): Module {
  const file: FileLowering = { repository, facts, unknownNodes: new Map(), problems: [], nodeCount: 0 };
  const bodies = new Map<string, FunctionBody>();
  for (const info of facts.scopes.functions) bodies.set(info.id, lowerFunction(file, info));
  const index = indexOf(repository, facts);
  return {
    ...index,
    problems: [...index.problems, ...file.problems],
    lineStarts: facts.lineStarts,
    bodies,
    init: facts.scopes.init.id,
    nodeCount: file.nodeCount,
    unknownNodes: new Map([...file.unknownNodes].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
