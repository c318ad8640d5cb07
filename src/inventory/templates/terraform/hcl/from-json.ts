/** `.tf.json` as the same tree. Which keys are blocks is known at the top of a file only; further down everything is an attribute. */
import type { Location } from '../../../../ir/index.js';
import type { MapNode, TemplateNode } from '../../document.js';
import type { Block, Body, Expression } from './tree.js';

/** How many labels the blocks at the top of a file have. */
const LABELS: Readonly<Record<string, number>> = { resource: 2, data: 2, variable: 1, output: 1, module: 1, provider: 1, locals: 0, terraform: 0 };
const MAX_NESTING = 60;

/** Reads a text with `${…}` in it. */
export type ReadText = (text: string, at: Location) => Expression;

/** The body of a whole file. */
export function bodyOfJson(root: MapNode, readText: ReadText): Body {
  const blocks = root.keys.flatMap((type) => {
    const labels = Object.hasOwn(LABELS, type) ? LABELS[type] : undefined;
    const node = root.get(type);
    return labels === undefined || node === undefined ? [] : blocksIn(node, type, [], labels, readText);
  });
  return { attributes: new Map(), blocks };
}

/** The variables of a `.tfvars.json`. */
export function attributesOfJson(root: MapNode, readText: ReadText): Body['attributes'] {
  return new Map(root.keys.flatMap((key) => {
    const node = root.get(key);
    return node === undefined ? [] : [[key, expressionOf(node, readText, 0)] as const];
  }));
}

function blocksIn(node: TemplateNode, type: string, labels: readonly string[], missing: number, readText: ReadText): readonly Block[] {
  // Anything may be a list of the same thing.
  if (node.kind === 'list') return node.items().flatMap((item) => (item.kind === 'map' ? blocksIn(item, type, labels, missing, readText) : []));
  if (node.kind !== 'map') return [];
  if (missing === 0) return [{ type, labels, body: { attributes: attributesOfJson(node, readText), blocks: [] }, at: node.at }];
  return node.keys.flatMap((label) => {
    const inner = node.get(label);
    return inner === undefined || label === '//' ? [] : blocksIn(inner, type, [...labels, label], missing - 1, readText);
  });
}

function expressionOf(node: TemplateNode, readText: ReadText, depth: number): Expression {
  const { at } = node;
  if (depth > MAX_NESTING) return { kind: 'opaque', reason: 'a value that is nested too deeply', at };
  switch (node.kind) {
    case 'unknown': return { kind: 'opaque', reason: node.reason, at };
    case 'scalar': return typeof node.value === 'string' && /[$%]\{/.test(node.value) ? readText(node.value, at) : { kind: 'literal', value: node.value, at };
    case 'list': return { kind: 'list', items: node.items().map((item) => expressionOf(item, readText, depth + 1)), at };
    case 'map': return objectOf(node, readText, depth);
    // `{"Ref": …}` means nothing here: it is a map.
    case 'intrinsic': {
      const argument = expressionOf(node.argument(), readText, depth + 1);
      return { kind: 'object', entries: [{ key: { kind: 'literal', value: node.name, at }, value: argument }], at };
    }
  }
}

function objectOf(node: MapNode, readText: ReadText, depth: number): Expression {
  const entries = node.keys.flatMap((key) => {
    const value = node.get(key);
    return value === undefined || key === '//' ? [] : [{ key: { kind: 'literal' as const, value: key, at: value.at }, value: expressionOf(value, readText, depth + 1) }];
  });
  return { kind: 'object', entries, at: node.at };
}
