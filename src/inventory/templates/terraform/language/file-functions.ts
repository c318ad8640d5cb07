/** Terraform's functions that read files of the repository. */
import type { Location } from '../../../../ir/index.js';
import { parseTemplate, type TemplateNode } from '../../document.js';
import { list, map, scalar, textOf, unknown, type Value } from './values.js';

/** Files by paths as the configuration writes them. */
export interface FileAccess {
  readonly read: (path: string) => string | undefined;
  /** Names of the files below `path`, relative to it. */
  readonly below: (path: string) => readonly string[];
}

const MAX_NESTING = 40;
/** Aliases let a short text describe endless data. */
const MAX_NODES = 5000;

/** Nothing when `name` reads no file, or this one cannot be read. */
export function fileFunction(name: string, [first, second]: readonly Value[], files: FileAccess, at: Location): Value | undefined {
  const path = textOf(first);
  if (path === undefined) return undefined;
  switch (name) {
    case 'file': return contentOf(path, files.read(path), at);
    // What is filled in is not computed; the file is the same.
    case 'templatefile': return contentOf(path, files.read(path), at);
    case 'fileexists': return scalar(files.read(path) !== undefined, at);
    case 'fileset': return namesMatching(files.below(path), textOf(second), at);
    case 'jsondecode': case 'yamldecode': return decoded(path, at);
    default: return undefined;
  }
}

function contentOf(path: string, text: string | undefined, at: Location): Value | undefined {
  return text === undefined ? undefined : { ...scalar(text, at), contentOf: path };
}

/** `**` is any folders, `*` and `?` are parts of one name; other patterns are not computed. */
function namesMatching(names: readonly string[], pattern: string | undefined, at: Location): Value | undefined {
  if (pattern === undefined || /[[\]{}\\]/.test(pattern) || (pattern.match(/\*/g) ?? []).length > 8) return undefined;
  const expression = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^$()|]/g, (part) => (part === '**/' ? '(?:[^/]+/)*' : part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : `\\${part}`));
  const matches = new RegExp(`^${expression}$`);
  return list(names.filter((name) => name.length < 300 && matches.test(name)).map((name) => scalar(name, at)), at);
}

function decoded(text: string, at: Location): Value | undefined {
  const { root } = parseTemplate(at.file, text);
  return root && fromNode(root, at, 0, { left: MAX_NODES });
}

function fromNode(node: TemplateNode, at: Location, depth: number, nodes: { left: number }): Value {
  if (depth > MAX_NESTING || nodes.left-- <= 0) return unknown('data that is too large', at);
  switch (node.kind) {
    case 'scalar': return scalar(node.value, at);
    case 'list': return list(node.items().map((item) => fromNode(item, at, depth + 1, nodes)), at);
    case 'map': return map(new Map(node.keys.map((key) => [key, fromNode(node.get(key)!, at, depth + 1, nodes)])), at);
    case 'intrinsic': return unknown('a tagged value', at);
    case 'unknown': return unknown(node.reason, at);
  }
}
