/**
 * Dependency injection by decorators: which classes a container makes, and how long an instance lives. Other parts of the
 * program see bindings only, never a framework's name.
 */
import type { Binding } from '../../ir/index.js';
import { lifetimeNamed, registrationsIn } from './container-calls.js';
import type { Repository } from './entities.js';
import { entityOf } from './entities.js';
import type { FileFacts } from './facts.js';
import type { ClassInfo } from './names/scopes.js';
import type { ES, Node } from './syntax.js';
import { keyName, spanOf } from './syntax.js';

type Lifetime = Binding['lifetime'];

/** How long instances live when the decorator says nothing else. */
const LIFETIMES: ReadonlyMap<string, Lifetime> = new Map([
  ['@nestjs/common.Catch', 'singleton'],
  ['@nestjs/common.Controller', 'singleton'],
  ['@nestjs/common.Injectable', 'singleton'],
  ['@nestjs/graphql.Resolver', 'singleton'],
  ['@nestjs/microservices.Controller', 'singleton'],
  ['inversify.injectable', 'transient'],
  ['tsyringe.injectable', 'transient'],
  ['tsyringe.scoped', 'scoped'],
  ['tsyringe.singleton', 'singleton'],
  ['typedi.Service', 'singleton'],
]);

/** A cheap look at the text: whether `bindingsOf` can find anything in it. */
export function mayRegister(text: string): boolean {
  return /@(?:Injectable|Controller|Resolver|Catch|Service|Module|injectable|singleton|scoped)\b|\b(?:inversify|tsyringe|typedi)\b/.test(text);
}

/** The classes of a file that a container makes, and what its code registers. */
export function bindingsOf(repository: Repository, facts: FileFacts): readonly Binding[] {
  return [...facts.scopes.classes.flatMap((info) => classBinding(repository, facts, info) ?? []), ...registrationsIn(repository, facts)];
}

function classBinding(repository: Repository, facts: FileFacts, info: ClassInfo): Binding | undefined {
  for (const { expression } of info.node.decorators ?? []) {
    const call = expression.type === 'CallExpression' ? expression : undefined;
    const entity = entityOf(repository, facts, info.scope, call?.callee ?? expression);
    const usual = entity?.kind === 'symbol' ? LIFETIMES.get(entity.name) : undefined;
    if (usual === undefined) continue;
    const stated = (call?.arguments ?? []).map(lifetimeOf).find((lifetime) => lifetime !== undefined);
    return { service: info.id, implementation: info.id, lifetime: stated ?? usual, file: facts.file, at: spanOf(info.node.id ?? info.node) };
  }
  return undefined;
}

function lifetimeOf(argument: Node): Lifetime | undefined {
  if (argument.type !== 'ObjectExpression') return lifetimeNamed(argument);
  return argument.properties.map(propertyLifetime).find((lifetime) => lifetime !== undefined);
}

function propertyLifetime(property: ES.ObjectPropertyKind): Lifetime | undefined {
  if (property.type === 'SpreadElement') return undefined;
  const name = keyName(property.key, property.computed);
  if (name === 'scope') return lifetimeNamed(property.value);
  const isSet = property.value.type === 'Literal' && property.value.value === true;
  return name === 'transient' && isSet ? 'transient' : undefined;
}
