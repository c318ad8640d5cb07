/** What the names mean that every expression of a module may use. */
import type { Location } from '../../../../ir/index.js';
import { scalar, unknown, type HandleValue, type Value } from '../language/values.js';
import type { Module } from './module.js';

/** `var`, `local`, `path`, `module`, `data`, or a type of resource. */
export function meaningOf(module: Module, name: string, at: Location): Value {
  switch (name) {
    case 'var': return handle(name, at, (variable) => module.variable(variable, at));
    case 'local': return handle(name, at, (local) => module.local(local, at));
    case 'path': return handle(name, at, (kind) => (kind === 'module' ? scalar(pathBetween(module.configuration.folder, module.text.folder), at) : scalar('.', at)));
    case 'module': return handle(name, at, (called) => module.called(called, at));
    case 'data': return handle(name, at, (type) => handle(`data.${type}`, at, (source) => module.declared('data', type, source, at)));
    case 'terraform': case 'tofu': return handle(name, at, (kind) => unknown(`the ${kind} of Terraform`, at, `${name}.${kind}`));
    case 'each': case 'count': case 'self': return unknown(`${name} outside of an instance`, at, name);
    default: return handle(name, at, (resource) => module.declared('resource', name, resource, at));
  }
}

function handle(text: string, at: Location, attribute: (name: string) => Value): HandleValue {
  return { kind: 'handle', text, at, attribute };
}

/** The path from one folder of the repository to another. */
export function pathBetween(from: string, to: string): string {
  const [start, end] = [from, to].map((folder) => (folder === '' ? [] : folder.split('/')));
  let common = 0;
  while (common < start!.length && start![common] === end![common]) common++;
  return [...start!.slice(common).map(() => '..'), ...end!.slice(common)].join('/') || '.';
}
