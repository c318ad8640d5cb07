/** What methods of texts, paths and collections give for values that are known. */
import type { Arguments } from './arguments.js';
import type { Frame } from './frame.js';
import { entryValues, keys, pairs } from './library-functions.js';
import { holds, joined, recordOf } from './operations.js';
import { partsOf, replaced } from './text-patterns.js';
import { listOf, NOTHING, numberOf, plain, textOf, UNKNOWN, type ListValue, type RecordValue, type StaticValue } from './values.js';

/** The result of a method of a text, path, list or record; nothing when the receiver is something else. */
export function methodResult(frame: Frame, receiver: StaticValue, name: string, args: Arguments): StaticValue | undefined {
  frame.evaluator.step(receiver.kind === 'list' ? receiver.items.length : 1);
  switch (receiver.kind) {
    case 'plain': {
      // A pattern may be tried at each character.
      if (args.positional[0]?.kind === 'made') frame.evaluator.step(String(receiver.value).length);
      return ofText(String(receiver.value), name, args);
    }
    case 'path': return ofPath(receiver, name, args);
    case 'list': return ofList(frame, receiver, name, args);
    case 'record': return ofRecord(frame, receiver, name, args);
    case 'nothing': return NOTHING;
    default: return undefined;
  }
}

function ofText(text: string, name: string, { positional }: Arguments): StaticValue {
  const [first, second] = positional.map(textOf);
  const [list] = positional;
  const from = numberOf(list);
  switch (name) {
    case 'toString': case 'as_posix': case '__str__': case 'resolve': case 'absolute': return plain(text);
    case 'toLowerCase': case 'lower': return plain(text.toLowerCase());
    case 'toUpperCase': case 'upper': return plain(text.toUpperCase());
    case 'trim': case 'strip': return positional.length === 0 ? plain(text.trim()) : UNKNOWN;
    case 'concat': return positional.every(({ kind }) => kind === 'plain') ? plain(text + positional.map((part) => (part.kind === 'plain' ? String(part.value) : '')).join('')) : UNKNOWN;
    case 'replace': return replaced(text, list, second);
    case 'replaceAll': return first === undefined || second === undefined ? replaced(text, list, second) : plain(text.replaceAll(first, () => second));
    case 'split': {
      const parts = partsOf(text, list);
      return parts === undefined ? UNKNOWN : listOf(parts.map(plain));
    }
    case 'slice': case 'substring': return sliced(text, positional);
    case 'charAt': return positional.length === 1 && from !== undefined ? plain(text.charAt(from)) : UNKNOWN;
    case 'joinpath': case '__truediv__': return first === undefined ? UNKNOWN : plain(`${text}/${first}`);
    case 'join': return list?.kind === 'list' && list.isWhole && list.items.every((item) => textOf(item) !== undefined) ? plain(list.items.map(textOf).join(text)) : UNKNOWN;
    case 'startsWith': case 'startswith': return first === undefined ? UNKNOWN : plain(text.startsWith(first));
    case 'endsWith': case 'endswith': return first === undefined ? UNKNOWN : plain(text.endsWith(first));
    default: return UNKNOWN;
  }
}

/** `text.slice(1)`, `text.substring(0, 4)`: alike as long as nothing is counted from the end. */
function sliced(text: string, positional: readonly StaticValue[]): StaticValue {
  const [from, to = text.length] = positional.map(numberOf);
  return from === undefined || from < 0 || to < from || positional.length > 2 || positional.some((value) => numberOf(value) === undefined) ? UNKNOWN : plain(text.slice(from, to));
}

function ofPath(path: StaticValue & { readonly kind: 'path' }, name: string, { positional }: Arguments): StaticValue {
  switch (name) {
    case 'resolve': case 'absolute': case 'as_posix': case 'toString': case '__str__': return path;
    case 'joinpath': case '__truediv__': return joined(path.path, positional.map(textOf));
    // Without the folder that the program is started in it is the same path.
    case 'split': return textOf(positional[0]) === '.' ? listOf([plain(''), path]) : UNKNOWN;
    case 'substring': case 'slice': return positional.length === 1 && numberOf(positional[0]) === 1 ? path : UNKNOWN;
    case 'replace': case 'replaceAll': return /^\.\/?$/.test(textOf(positional[0]) ?? '') || textOf(positional[1]) === '/' ? path : UNKNOWN;
    default: return UNKNOWN;
  }
}

function ofList(frame: Frame, list: ListValue, name: string, args: Arguments): StaticValue {
  const [first] = args.positional;
  const each = (): readonly StaticValue[] => list.items.map((item, i) => frame.evaluator.callBack(first ?? UNKNOWN, [item, plain(i)], frame.invocation.depth + 1));
  switch (name) {
    case 'push': case 'append': case 'add': case 'extend': case 'addAll': case 'unshift': case 'insert': return added(frame, list, name, args);
    case 'forEach': each(); return NOTHING;
    case 'map': return frame.evaluator.created(listOf(each(), list.isWhole));
    case 'flatMap': return frame.evaluator.created(listOf(each().flatMap((item) => (item.kind === 'list' ? item.items : [item])), list.isWhole));
    case 'filter': {
      const kept = each().map(holds);
      return listOf(list.items.filter((_, i) => kept[i] !== false), list.isWhole && !kept.includes(undefined));
    }
    case 'find': {
      const kept = each().map(holds);
      const at = kept.findIndex((truth) => truth !== false);
      return at < 0 ? list.isWhole ? NOTHING : UNKNOWN : kept[at] ? list.items[at]! : UNKNOWN;
    }
    case 'concat': return listOf([...list.items, ...args.positional.flatMap((item) => (item.kind === 'list' ? item.items : [item]))], list.isWhole && args.isWhole);
    case 'slice': case 'reverse': case 'sort': case 'copy': return args.positional.length === 0 ? list : UNKNOWN;
    case 'join': {
      const texts = list.items.map(textOf);
      return list.isWhole && !texts.includes(undefined) ? plain(texts.join(textOf(first) ?? ',')) : UNKNOWN;
    }
    case 'includes': return first?.kind === 'plain' && list.isWhole && list.items.every(({ kind }) => kind === 'plain') ? plain(list.items.some((item) => item.kind === 'plain' && item.value === first.value)) : UNKNOWN;
    default: return UNKNOWN;
  }
}

function added(frame: Frame, list: ListValue, name: string, { positional, isWhole }: Arguments): StaticValue {
  const isAtIndex = name === 'insert' || (name === 'add' && positional.length === 2);
  const isWithin = frame.evaluator.isCertain(list) && isWhole && !isAtIndex;
  const isJoining = name === 'extend' || name === 'addAll';
  const items = isJoining ? positional.flatMap((item) => (item.kind === 'list' ? item.items : [])) : positional.slice(isAtIndex ? 1 : 0);
  if (!isWithin || (isJoining && positional.some((item) => item.kind !== 'list' || !item.isWhole))) list.isWhole = false;
  list.items.push(...items);
  return NOTHING;
}

function ofRecord(frame: Frame, record: RecordValue, name: string, { positional, named, isWhole }: Arguments): StaticValue {
  const [first, second] = positional;
  const key = textOf(first);
  switch (name) {
    case 'items': return pairs(record);
    case 'keys': return keys(record);
    case 'values': return entryValues(record);
    case 'copy': return frame.evaluator.created(recordOf([{ property: { value: record } }]));
    case 'get': return key === undefined ? UNKNOWN : record.entries.get(key)?.value ?? (record.isWhole ? second ?? NOTHING : UNKNOWN);
    case 'pop': {
      const known = key === undefined ? undefined : record.entries.get(key);
      if (key !== undefined) record.entries.delete(key);
      return known?.value ?? (key !== undefined && record.isWhole ? second ?? NOTHING : UNKNOWN);
    }
    case 'update': {
      const added = recordOf([...positional.map((value) => ({ property: { value } })), { property: { value: { kind: 'record', entries: new Map(named), isWhole } } }]);
      for (const [entry, property] of added.entries) frame.evaluator.store(record, record.entries, entry, property);
      record.isWhole &&= added.isWhole;
      return NOTHING;
    }
    case 'put': {
      if (key === undefined || second === undefined) record.isWhole = false;
      else frame.evaluator.store(record, record.entries, key, { value: second });
      return NOTHING;
    }
    case 'setdefault': {
      if (key === undefined || second === undefined) return UNKNOWN;
      if (!record.entries.has(key)) frame.evaluator.store(record, record.entries, key, { value: second });
      return record.entries.get(key)?.value ?? UNKNOWN;
    }
    case 'hasOwnProperty': return key !== undefined && (record.isWhole || record.entries.has(key)) ? plain(record.entries.has(key)) : UNKNOWN;
    default: return UNKNOWN;
  }
}
