/**
 * Edits that make a change which is a matter of writing only. Where the code would have to be understood first there is none:
 * an edit that does half of it is worse than advice.
 */
import type { Change, Location, Span, TextEdit } from '../../ir/index.js';
import { locate } from '../../ir/index.js';
import type { Repository } from './entities.js';
import { entityOf } from './entities.js';
import type { FileFacts } from './facts.js';
import type { Scope } from './names/scopes.js';
import { lookUp } from './names/scopes.js';
import type { Node } from './syntax.js';
import { childNodes, isFunction, literalString, spanOf, unwrap } from './syntax.js';

/** Known to every runtime that managed instances accept, without an import. */
const UNIQUE = '${globalThis.crypto.randomUUID()}-';
const TEMPORARY = /^\/tmp\/./;
const JOINING = new Set(['node:path.join', 'node:path.resolve', 'node:path.posix.join']);

/** Edits of the file that `facts` describe so that `change` is made for the calls at `places`, all of them in that file; empty when that is not plain. */
export function editsIn(repository: Repository, facts: FileFacts, text: string, change: Change, places: readonly Location[]): readonly TextEdit[] {
  switch (change) {
    case 'unique-path': return uniqueName(repository, facts, text, places);
  }
}

/** One name, written in the function that uses it, is what every place works on. */
function uniqueName(repository: Repository, facts: FileFacts, text: string, places: readonly Location[]): readonly TextEdit[] {
  const calls = places.map((place) => callAt(facts, place));
  const names = calls.map((call) => call && nameGivenTo(repository, facts, call));
  const [name] = names;
  if (!name || names.some((other) => other !== name)) return [];
  const written = functionAround(facts, spanOf(name));
  if (written === undefined || written !== functionAround(facts, spanOf(calls[0]!.node))) return [];
  const edit = withUniquePart(text, spanOf(name));
  return edit ? [{ location: locate(facts.file, facts.lineStarts, edit.at), newText: edit.newText }] : [];
}

/** A call and the scope it stands in. */
interface ScopedCall {
  readonly node: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>;
  readonly scope: Scope;
}

function callAt(facts: FileFacts, place: Location): ScopedCall | undefined {
  const start = (facts.lineStarts[place.line - 1] ?? 0) + place.column - 1;
  const end = (facts.lineStarts[place.endLine - 1] ?? 0) + place.endColumn - 1;
  let scope = facts.scopes.module;
  for (const node of nodesAround(facts, { start, end })) {
    scope = facts.scopes.scopeOf.get(node) ?? scope;
    const span = spanOf(node);
    const isWhole = span.start === start && span.end === end;
    if (isWhole && (node.type === 'CallExpression' || node.type === 'NewExpression')) return { node, scope };
  }
  return undefined;
}

/** From the whole program inwards. */
function nodesAround({ program }: FileFacts, { start, end }: Span): readonly Node[] {
  const found: Node[] = [];
  for (let node: Node | undefined = program; node !== undefined;) {
    found.push(node);
    node = childNodes(node).find((child) => spanOf(child).start <= start && spanOf(child).end >= end);
  }
  return found;
}

/** The innermost function; nothing at the top level, whose names live as long as the module. */
function functionAround(facts: FileFacts, span: Span): Node | undefined {
  return nodesAround(facts, span).findLast((node) => isFunction(node));
}

/** The literal that names the file: an argument, or what a constant of the function was given. */
function nameGivenTo(repository: Repository, facts: FileFacts, { node, scope }: ScopedCall): Node | undefined {
  for (const argument of node.arguments) {
    const inner = unwrap(argument);
    const variable = inner.type === 'Identifier' ? lookUp(scope, inner.name) : undefined;
    const isConstant = variable?.kind === 'const' && !variable.isModuleLevel && variable.value?.path.length === 0;
    const name = isConstant ? nameIn(repository, facts, variable.scope, variable.value.from) : nameIn(repository, facts, scope, inner);
    if (name) return name;
  }
  return undefined;
}

function nameIn(repository: Repository, facts: FileFacts, scope: Scope, node: Node): Node | undefined {
  const inner = unwrap(node);
  if (inner.type === 'CallExpression') {
    const callee = entityOf(repository, facts, scope, inner.callee);
    const last = inner.arguments.at(-1);
    return callee?.kind === 'symbol' && JOINING.has(callee.name) && last && isText(last) ? last : undefined;
  }
  return isText(inner) && TEMPORARY.test(startOf(inner)) ? inner : undefined;
}

function isText(node: Node): boolean {
  return literalString(node) !== undefined || node.type === 'TemplateLiteral';
}

function startOf(node: Node): string {
  return literalString(node) ?? (node.type === 'TemplateLiteral' ? node.quasis[0]?.value.raw ?? '' : '');
}

/** The unique part goes before the last segment, so that folder and extension stay. */
function withUniquePart(text: string, at: Span): { readonly at: Span; readonly newText: string } | undefined {
  const inner = text.slice(at.start + 1, at.end - 1);
  const isTemplate = text[at.start] === '`';
  if (inner.includes('\\') || (!isTemplate && /`|\$\{/.test(inner))) return undefined;
  const cut = isTemplate ? lastSegmentOfTemplate(inner) : inner.lastIndexOf('/') + 1;
  return { at, newText: `\`${inner.slice(0, cut)}${UNIQUE}${inner.slice(cut)}\`` };
}

/** Where the last segment begins; slashes inside of `${…}` are code. */
function lastSegmentOfTemplate(inner: string): number {
  let depth = 0;
  let cut = 0;
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] === '{' && (depth > 0 || inner[i - 1] === '$')) depth++;
    else if (inner[i] === '}' && depth > 0) depth--;
    else if (inner[i] === '/' && depth === 0) cut = i + 1;
  }
  return cut;
}
