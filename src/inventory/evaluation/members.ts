/** Properties of values. */
import { folderOf } from '../files/files-below.js';
import type { Frame } from './frame.js';
import { parentOf } from './operations.js';
import { listOf, NOTHING, plain, UNKNOWN, type Instance, type StaticValue } from './values.js';

/** The property `name` of `object`, or its element at the index `name`. */
export function memberIn(frame: Frame, object: StaticValue, name: string): StaticValue {
  switch (object.kind) {
    case 'symbol': return { kind: 'symbol', name: qualified(object.name, name) };
    case 'record': return object.entries.get(name)?.value ?? (object.isWhole ? NOTHING : UNKNOWN);
    case 'list': return itemOf(object, name);
    case 'path': return partOfPath(object.path, name);
    case 'instance': return memberOfInstance(frame, object, name);
    case 'made': return object.fields.get(name)?.value ?? { kind: 'member', of: object, name };
    case 'member': return { kind: 'member', of: object, name };
    case 'type': return frame.evaluator.static(object.type, name);
    case 'namespace': return frame.evaluator.variable(object.module, name);
    // A member of an enumeration is known by its value.
    case 'plain': return name === 'value' ? object : name === 'length' && typeof object.value === 'string' ? plain(object.value.length) : UNKNOWN;
    case 'nothing': return NOTHING;
    case 'partial': case 'closure': case 'unknown': return UNKNOWN;
  }
}

/** A name of a library's or of the language's own global. */
export function qualified(owner: string, name: string): string {
  return owner === 'globalThis' ? name : `${owner}.${name}`;
}

function itemOf({ items, isWhole }: Extract<StaticValue, { kind: 'list' }>, name: string): StaticValue {
  if (name === 'length') return isWhole ? plain(items.length) : UNKNOWN;
  return /^\d+$/.test(name) ? items[Number(name)] ?? (isWhole ? NOTHING : UNKNOWN) : UNKNOWN;
}

function partOfPath(path: string, name: string): StaticValue {
  const base = path.slice(path.lastIndexOf('/') + 1);
  switch (name) {
    case 'parent': return parentOf({ kind: 'path', path });
    case 'name': return plain(base);
    case 'stem': return plain(base.replace(/\.[^.]*$/, ''));
    case 'parents': {
      const folders: StaticValue[] = [];
      for (let folder = path; folder !== '' && folders.length < 50;) {
        folder = folderOf(folder);
        folders.push({ kind: 'path', path: folder });
      }
      return listOf(folders);
    }
    default: return UNKNOWN;
  }
}

function memberOfInstance(frame: Frame, object: Instance, name: string): StaticValue {
  const { evaluator } = frame;
  const field = object.fields.get(name);
  if (field) return field.value;
  const getter = evaluator.method(object.type, name, 'get');
  if (getter) return evaluator.call(getter.id, { args: { positional: [], named: new Map(), isWhole: true }, self: object, depth: frame.invocation.depth + 1 });
  const line = evaluator.lineOf(object.type);
  const holder = line.find(({ fields }) => fields.some((each) => each.name === name));
  if (holder) return evaluator.static(holder.id, name);
  const isLibrarys = line.at(-1)?.bases[0] !== undefined;
  return isLibrarys ? { kind: 'member', of: object.made ?? object, name } : UNKNOWN;
}
