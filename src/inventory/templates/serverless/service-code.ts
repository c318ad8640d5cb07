/** Services that are written in JavaScript or TypeScript: what surely comes out of the file, as the tree that a `serverless.yml` would be. */
import type { Location } from '../../../ir/index.js';
import { Evaluator } from '../../evaluation/evaluator.js';
import type { Property, StaticValue } from '../../evaluation/values.js';
import { folderOf } from '../../files/files-below.js';
import { codeBaseOf, type ProgramSource } from '../../programs.js';
import { asIntrinsic, type MapNode, type TemplateNode } from '../document.js';

/** What the file of a service names, in whatever way it is written. */
const SERVICE = /\bfunctions\b[^]*\bprovider\b|\bprovider\b[^]*\bfunctions\b/;

/** Whether the text of a file may say what a service has, seen without parsing it. */
export function namesFunctions(text: string): boolean {
  return SERVICE.test(text) || /\bhandler\s*:/.test(text);
}

/** The service that `file` exports; nothing when it surely exports none. */
export function serviceInCode(file: string, source: ProgramSource): TemplateNode | undefined {
  const code = SERVICE.test(source.project.read(file) ?? '') ? codeBaseOf(source, 'node') : undefined;
  const index = code?.program.index(file);
  if (!code || !index) return undefined;
  const evaluator = new Evaluator(code.program);
  evaluator.runFile(file);
  const exported = index.exports.get('default');
  const value = evaluator.variable(file, exported?.kind === 'variable' ? exported.name : 'exports');
  const service = value.kind === 'closure' ? evaluator.callBack(value, [], 0) : value;
  const start: Location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return service.kind === 'record' ? treeOf(service, start, { folder: folderOf(file), depth: 0 }) : undefined;
}

/** Where in the service a value is: objects of a program may lead back to themselves. */
interface Place {
  readonly folder: string;
  readonly depth: number;
}

const MAX_DEPTH = 60;

/** Paths are written from the folder of the service, where the tool is started. */
function treeOf(value: StaticValue, at: Location, { folder, depth }: Place): TemplateNode {
  if (depth > MAX_DEPTH) return { kind: 'unknown', reason: 'a value that leads too far', text: '', at };
  const inside = { folder, depth: depth + 1 };
  switch (value.kind) {
    case 'plain': return { kind: 'scalar', value: value.value, at };
    case 'path': return { kind: 'scalar', value: withinFolder(value.path, folder), at };
    case 'nothing': return { kind: 'scalar', value: null, at };
    case 'list': return { kind: 'list', items: () => value.items.map((item) => treeOf(item, at, inside)), at };
    case 'record': {
      const map = mapOf(value.entries, at, inside);
      return asIntrinsic(map) ?? map;
    }
    case 'partial': return { kind: 'unknown', reason: 'text that the code computes', text: value.text, at };
    default: return { kind: 'unknown', reason: 'a value that the code computes', text: '', at };
  }
}

function mapOf(entries: ReadonlyMap<string, Property>, at: Location, place: Place): MapNode {
  return {
    kind: 'map', keys: [...entries.keys()], at,
    get: (key) => {
      const property = entries.get(key);
      return property && treeOf(property.value, property.at ?? at, place);
    },
  };
}

function withinFolder(path: string, folder: string): string {
  if (folder === '' || path === folder) return path === folder ? '.' : path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `${'../'.repeat(folder.split('/').length)}${path}`;
}
