/**
 * A template as a tree of values with positions, whether it was written as YAML with short-form tags or as JSON. Short and
 * long forms of an intrinsic look the same here. The tree is made lazily, so aliases are followed without being expanded.
 */
import type { Document, Node as YamlNode, YAMLError } from 'yaml';
import { lineStartsOf, locate, type Location, type Problem } from '../../ir/index.js';
import { asStrictFlow } from './lenient-flow.js';
import { tooDeepAt } from './nesting.js';
import { yaml } from './yaml.js';

export type TemplateNode = ScalarNode | ListNode | MapNode | IntrinsicNode | UnknownNode;

interface Positioned {
  readonly at: Location;
}
export interface ScalarNode extends Positioned { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
export interface ListNode extends Positioned { readonly kind: 'list'; items(): readonly TemplateNode[] }
export interface MapNode extends Positioned {
  readonly kind: 'map';
  /** Keys in the order of the text. */
  readonly keys: readonly string[];
  get(key: string): TemplateNode | undefined;
}
/** `!Sub "…"`, `{ "Fn::Sub": "…" }`: `name` is `Sub`, `Ref`, `GetAtt`, `Join`, …; `Condition` only in its short form. */
export interface IntrinsicNode extends Positioned { readonly kind: 'intrinsic'; readonly name: string; argument(): TemplateNode }

/** What a variable of a template language stands for, when no file says it; `text` is what could be read of it. No parser makes one. */
export interface UnknownNode extends Positioned { readonly kind: 'unknown'; readonly reason: string; readonly text: string }

export type ParsedTemplate =
  | { readonly root: TemplateNode; readonly problem?: undefined }
  | { readonly root?: undefined; readonly problem: Problem };

/** Aliases that lead to aliases end here at the latest. */
const MAX_ALIAS_STEPS = 20;

/** Parses `text`, which may be YAML or JSON. Never throws. */
export function parseTemplate(file: string, text: string): ParsedTemplate {
  const lineStarts = lineStartsOf(text);
  const fail = (offset: number, message: string): ParsedTemplate => {
    const { line } = locate(file, lineStarts, { start: offset, end: offset });
    return { problem: { kind: 'syntax-error', file, line, message: `not a readable template: ${firstLine(message)}` } };
  };
  const deep = tooDeepAt(text);
  if (deep !== undefined) return fail(deep, 'it is nested too deeply');
  try {
    // JSON may be indented with tabs, which YAML forbids; one space each keeps every position.
    const source = text.trimStart().startsWith('{') ? text.replaceAll('\t', ' ') : text;
    const document = parseYaml(source);
    const error = firstError(document);
    if (error) return fail(error.pos[0], error.message);
    if (!document.contents) return fail(0, 'it is empty');
    return { root: new NodeReader(file, lineStarts, document).read(document.contents) };
  } catch (error) {
    return fail(0, error instanceof Error ? error.message : 'it cannot be parsed');
  }
}

/** The parser quotes what it stumbles over, which may be long. */
function firstLine(message: string): string {
  return (/^[^\r\n]{1,160}/.exec(message.replaceAll('\\n', '\n'))?.[0] ?? '').trimEnd();
}

/** The document, read once more with flow collections made strict when that is all that the parser objects to. */
function parseYaml(source: string): Document {
  const parse = (text: string): Document => yaml().parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const document = parse(source);
  if (!firstError(document)) return document;
  const strict = parse(asStrictFlow(source));
  return firstError(strict) ? document : strict;
}

/** Of several documents in one file the first is the template. */
function firstError(document: Document): YAMLError | undefined {
  return document.errors.find((error) => error.code !== 'MULTIPLE_DOCS');
}

/** Turns the parser's nodes into template nodes, each at most once. */
class NodeReader {
  readonly #known = new Map<YamlNode, TemplateNode>();
  #anchors: ReadonlyMap<string, YamlNode> | undefined;

  constructor(readonly file: string, readonly lineStarts: readonly number[], readonly document: Document) {}

  read(node: unknown): TemplateNode {
    const target = this.#follow(node);
    if (!target) return { kind: 'scalar', value: null, at: this.#locate(undefined) };
    const known = this.#known.get(target);
    if (known) return known;
    const made = this.#convert(target);
    this.#known.set(target, made);
    return made;
  }

  #follow(node: unknown): YamlNode | undefined {
    let current = node;
    for (let step = 0; yaml().isAlias(current); step++) {
      if (step > MAX_ALIAS_STEPS) return undefined;
      current = this.#anchor(current.source);
    }
    return yaml().isScalar(current) || yaml().isMap(current) || yaml().isSeq(current) ? current : undefined;
  }

  #anchor(name: string): YamlNode | undefined {
    this.#anchors ??= anchorsOf(this.document);
    return this.#anchors.get(name);
  }

  #convert(node: YamlNode): TemplateNode {
    const at = this.#locate(node);
    const tag = 'tag' in node && typeof node.tag === 'string' && /^![A-Za-z]/.test(node.tag) ? node.tag.slice(1) : undefined;
    const plain = this.#convertPlain(node, at);
    if (tag) return { kind: 'intrinsic', name: tag, argument: () => plain, at };
    return (plain.kind === 'map' ? asIntrinsic(plain) : undefined) ?? plain;
  }

  #convertPlain(node: YamlNode, at: Location): TemplateNode {
    if (yaml().isSeq(node)) return { kind: 'list', items: () => node.items.map((item) => this.read(item)), at };
    if (yaml().isMap(node)) return this.#convertMap(node.items, at);
    return { kind: 'scalar', value: yaml().isScalar(node) ? literal(node.value) : null, at };
  }

  #convertMap(items: readonly { readonly key: unknown; readonly value: unknown }[], at: Location): MapNode {
    const own = new Map<string, unknown>();
    const merged: unknown[] = [];
    for (const { key, value } of items) {
      const name = yaml().isScalar(key) ? String(key.value) : undefined;
      if (name === '<<') merged.push(value);
      else if (name !== undefined) own.set(name, value);
    }
    for (const source of merged) for (const [name, value] of this.#mergeEntries(source)) if (!own.has(name)) own.set(name, value);
    return {
      kind: 'map', keys: [...own.keys()], at,
      get: (key) => (own.has(key) ? this.read(own.get(key)) : undefined),
    };
  }

  #mergeEntries(source: unknown): (readonly [string, unknown])[] {
    const target = this.#follow(source);
    const maps = yaml().isSeq(target) ? target.items.map((item) => this.#follow(item)) : [target];
    return maps.flatMap((map) => (yaml().isMap(map) ? map.items : [])).flatMap(({ key, value }) => (yaml().isScalar(key) ? [[String(key.value), value] as const] : []));
  }

  #locate(node: YamlNode | undefined): Location {
    const [start, end] = node?.range ?? [0, 0];
    return locate(this.file, this.lineStarts, { start, end });
  }
}

function anchorsOf(document: Document): ReadonlyMap<string, YamlNode> {
  const anchors = new Map<string, YamlNode>();
  yaml().visit(document, {
    Node: (_key, node) => {
      if ((yaml().isScalar(node) || yaml().isMap(node) || yaml().isSeq(node)) && node.anchor) anchors.set(node.anchor, node);
    },
  });
  return anchors;
}

/** `{ "Ref": … }` and `{ "Fn::X": … }` as an intrinsic; `Fn::Transform` and `Fn::ForEach` stand among other keys and stay as they are. */
export function asIntrinsic(map: MapNode): IntrinsicNode | undefined {
  const [key] = map.keys;
  if (map.keys.length !== 1 || key === undefined) return undefined;
  const name = key === 'Ref' ? key : /^Fn::(?!ForEach)(\w+)$/.exec(key)?.[1];
  const argument = name === undefined ? undefined : map.get(key);
  return name && argument ? { kind: 'intrinsic', name, argument: () => argument, at: map.at } : undefined;
}

function literal(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
