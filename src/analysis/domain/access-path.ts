/**
 * Access paths: a root and the fields that lead from it to a place. Inside a summary roots are relative (parameter, `this`,
 * captured variable); at a call they are replaced by the caller's paths, as in RacerD. Paths are interned, so identity is
 * equality; the length is bounded, and a longer path ends in `*` (any place below).
 */
import type { FunctionId, TypeId } from '../../ir/index.js';
import { internTable } from './interning.js';

export type Root =
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'this' }
  /** A variable of an enclosing function; `this` as name is the receiver that a closure sees. */
  | { readonly kind: 'captured'; readonly owner: FunctionId; readonly name: string }
  | { readonly kind: 'module'; readonly module: string; readonly name: string }
  | { readonly kind: 'static'; readonly type: TypeId; readonly field: string }
  /** An object of a library or of the process: `process.env`, `node:http`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** The object whose method is the entry point, made once and shared by all invocations. */
  | { readonly kind: 'entry-object'; readonly type: TypeId }
  /** The class object itself, as a lock. */
  | { readonly kind: 'type'; readonly type: TypeId }
  /** Created by the running invocation at `site`; owned until it escapes. */
  | { readonly kind: 'fresh'; readonly site: string };

export interface AccessPath {
  readonly key: string;
  /** Short name of this path in this process, for keys of maps; says nothing about order. */
  readonly id: number;
  readonly root: Root;
  /** Field names; `[]` is any element. */
  readonly steps: readonly string[];
}

/** Step for the contents of a container. */
export const ELEMENT = '[]';
/** Step to what an object keeps for the running thread, and to what it keeps for the running flow of control: a `ThreadLocal`'s value. */
export const PER_THREAD = '<thread>';
export const PER_FLOW = '<flow>';
/** Step for all that can be reached from an object, or for what lies deeper than paths go. */
export const WHOLE = '*';
const MAX_STEPS = 6;

const interned = internTable<AccessPath>();
let made = 0;

export function pathOf(root: Root, steps: readonly string[] = []): AccessPath {
  if (steps.length === 0) return rootPath(root);
  const cut = steps.length > MAX_STEPS ? [...steps.slice(0, MAX_STEPS), WHOLE] : steps;
  const key = rootKey(root) + cut.map((step) => (step === ELEMENT ? step : `.${step}`)).join('');
  let path = interned.get(key);
  if (!path) interned.set(key, (path = { key, id: made++, root, steps: cut }));
  return path;
}

/** The root itself: most paths are asked for so, and most of them are known. */
function rootPath(root: Root): AccessPath {
  if (root.kind !== 'fresh') return ofRoot(rootKey(root), root);
  let path = freshRoots.get(root.site);
  if (!path) freshRoots.set(root.site, (path = ofRoot(rootKey(root), root)));
  return path;
}

const freshRoots = internTable<AccessPath>();

function ofRoot(key: string, root: Root): AccessPath {
  let path = interned.get(key);
  if (!path) interned.set(key, (path = { key, id: made++, root, steps: [] }));
  return path;
}

/**
 * `path` followed by one more step. Recursive data ends: a field that is on the path already leads back to where it was
 * (`node.next.next` is `node.next`), and contents nested deeper than two stay what they are.
 */
export function extend(path: AccessPath, step: string): AccessPath {
  let known = extensions.get(path);
  if (!known) extensions.set(path, (known = new Map<string, AccessPath>()));
  let result = known.get(step);
  if (!result) known.set(step, (result = makeExtension(path, step)));
  return result;
}

const extensions = new WeakMap<AccessPath, Map<string, AccessPath>>();

function makeExtension(path: AccessPath, step: string): AccessPath {
  const last = path.steps.at(-1);
  if (last === WHOLE || (step === ELEMENT && last === ELEMENT && path.steps.at(-2) === ELEMENT)) return path;
  const before = step === ELEMENT ? -1 : path.steps.indexOf(step);
  if (before >= 0) return pathOf(path.root, path.steps.slice(0, before + 1));
  return pathOf(path.root, [...path.steps, step]);
}

export function extendAll(path: AccessPath, steps: readonly string[]): AccessPath {
  return steps.reduce(extend, path);
}

/** Every thread, or every flow of control, has a place of its own there. */
export function isPrivate(path: AccessPath): boolean {
  return path.steps.includes(PER_THREAD) || path.steps.includes(PER_FLOW);
}

/** Whether `path` leads through the object at `start` to something in it. */
export function startsWith(path: AccessPath, start: AccessPath): boolean {
  return path.steps.length > start.steps.length && rootKey(path.root) === rootKey(start.root) && start.steps.every((step, index) => step === path.steps[index]);
}

/** The object that holds the place; the path itself when it has no steps. */
export function parentOf(path: AccessPath): AccessPath {
  if (path.steps.length === 0) return path;
  let parent = parents.get(path);
  if (!parent) parents.set(path, (parent = pathOf(path.root, path.steps.slice(0, -1))));
  return parent;
}

const parents = new WeakMap<AccessPath, AccessPath>();

export function rootKey(root: Root): string {
  switch (root.kind) {
    case 'parameter': return `param ${root.index}`;
    case 'this': return 'this';
    case 'captured': return `captured ${root.owner}:${root.name}`;
    case 'module': return `module ${root.module}:${root.name}`;
    case 'static': return `static ${root.type}:${root.field}`;
    case 'symbol': return `@${root.name}`;
    case 'entry-object': return `entry ${root.type}`;
    case 'type': return `type ${root.type}`;
    case 'fresh': return `fresh ${root.site}`;
  }
}

/** Whether the root means something else in each calling context and must be replaced at a call. */
export function isRelative(root: Root): boolean {
  return root.kind === 'parameter' || root.kind === 'this';
}

/** As people would write it: `Orders.cache`, `this.client`, `process.env.HOME`. */
export function displayPath(path: AccessPath): string {
  const steps = path.steps.filter((step) => step !== '*' && step !== PER_THREAD && step !== PER_FLOW);
  const last = steps.findLastIndex((step) => step.includes('#'));
  const head = last < 0 ? displayRoot(path.root) : displayField(steps[last] ?? '');
  return head + steps.slice(last + 1).map((step) => (step === ELEMENT ? '[…]' : `.${step}`)).join('');
}

/** The place itself, whatever is named of its contents. */
export function displayHolder(path: AccessPath): string {
  return displayPath(path).replace(/\[….*$/, '');
}

/** `com.acme.Dao#tenants` as `Dao.tenants`. */
function displayField(step: string): string {
  const { type, field } = splitStep(step);
  return `${simpleName(type)}.${field}`;
}

/** The two halves of a step `Type#field`; without a class the first is empty. A private name begins with a `#` of its own. */
export function splitStep(step: string): { readonly type: TypeId; readonly field: string } {
  const last = step.lastIndexOf('#');
  const cut = last > 0 && step[last - 1] === '#' ? last - 1 : last;
  return { type: step.slice(0, Math.max(0, cut)), field: step.slice(cut + 1) };
}

function displayRoot(root: Root): string {
  switch (root.kind) {
    case 'parameter': return `argument ${root.index + 1}`;
    case 'this': return 'this';
    case 'captured': return root.name;
    case 'module': return root.name;
    case 'static': return `${simpleName(root.type)}.${root.field}`;
    case 'symbol': return root.name;
    case 'entry-object': return simpleName(root.type);
    case 'type': return simpleName(root.type);
    case 'fresh': return 'object';
  }
}

/** Last component of a qualified name or of `file#Name`. */
export function simpleName(type: TypeId): string {
  return type.slice(Math.max(type.lastIndexOf('#'), type.lastIndexOf('.')) + 1);
}
