/** Mixins: `class A extends Tracked(Base)`, where a function of the repository makes a class of the one it is given. */
import type { TypeRef } from '../../ir/index.js';
import { fileOf } from '../../ir/index.js';
import type { Repository } from './entities.js';
import { entityOf } from './entities.js';
import type { FileFacts } from './facts.js';
import type { Scope } from './names/scopes.js';
import type { ES, Node } from './syntax.js';
import { isFunction, unwrap } from './syntax.js';

const MAX_DEPTH = 8;

/** The classes that a call in `extends` stands for, nearest first: the one that the function returns, then those it was given. */
export function mixedIn(repository: Repository, facts: FileFacts, scope: Scope, base: Node, depth = 0): readonly TypeRef[] {
  const call = unwrap(base);
  if (call.type !== 'CallExpression' || depth > MAX_DEPTH) return [];
  const made = classMadeBy(repository, facts, scope, call);
  if (made === undefined) return [];
  const given = call.arguments.flatMap((argument): readonly TypeRef[] => {
    const entity = entityOf(repository, facts, scope, argument);
    if (entity?.kind === 'type') return [{ name: entity.id, args: [] }];
    return entity?.kind === 'symbol' ? [{ name: entity.name, args: [] }] : mixedIn(repository, facts, scope, argument, depth + 1);
  });
  return [made, ...given];
}

function classMadeBy(repository: Repository, facts: FileFacts, scope: Scope, call: ES.CallExpression): TypeRef | undefined {
  const callee = entityOf(repository, facts, scope, call.callee);
  const home = callee?.kind === 'function' ? repository.facts(fileOf(callee.id)) : undefined;
  const node = callee?.kind === 'function' ? home?.scopes.functions.find(({ id }) => id === callee.id)?.node : undefined;
  if (home === undefined || node === undefined || !isFunction(node) || node.body === null) return undefined;
  const returned = node.body.type === 'BlockStatement' ? node.body.body.findLast((statement) => statement.type === 'ReturnStatement')?.argument : node.body;
  const entity = returned === null || returned === undefined ? undefined : entityOf(repository, home, home.scopes.scopeOf.get(node) ?? home.scopes.module, returned);
  return entity?.kind === 'type' ? { name: entity.id, args: [] } : undefined;
}
