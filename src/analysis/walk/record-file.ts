/** What a call does to files: an operation on the text of a path, kept until all of an invocation is known. */
import type { Span } from '../../ir/index.js';
import type { FileEffect } from '../../knowledge/schema.js';
import { listText } from '../domain/list-text.js';
import type { State } from '../domain/state.js';
import { hole } from '../domain/text.js';
import type { Text } from '../domain/text.js';
import { EMPTY, derive } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { effectOf, memberOf } from './file-effect.js';
import type { LibraryCall } from './library.js';
import { pathArgument } from './library-text.js';
import { noteLook, noteOperation } from './looks.js';
import { elementOf } from './places.js';
import { here } from './record.js';
import { siteId } from './walk.js';
import type { Walk } from './walk.js';

/** All that a call does to files. */
export function recordFiles(walk: Walk, state: State, call: LibraryCall): void {
  const files = call.fact.files ?? [];
  const commands = files.filter(({ effect }) => effect === 'command');
  for (const file of files) if (!commands.includes(file) || commands.length === 1) recordFile(walk, state, call, file);
  if (commands.length < 2) return;
  // The program and its arguments are one command line.
  const words = commands.flatMap((file) => placeOf(walk, state, call, file) ?? []);
  const text = listText(words.map((word) => word.text ?? hole(word.marks)));
  keepFile(walk, state, { effect: 'command', text, key: 'command', call: call.name, content: derive(...words), at: call.at });
}

/** A file or directory that is made together with its name. */
export function recordCreation(walk: Walk, state: State, { name, fact, at }: LibraryCall, { text }: Value): void {
  const source = fact.unique?.source;
  if (text && (source === 'created-file' || source === 'created-directory')) keepFile(walk, state, { effect: 'create-exclusive', text, key: 'name', call: name, content: EMPTY, at });
}

/** One operation on the file of a call's argument. */
function recordFile(walk: Walk, state: State, call: LibraryCall, file: FileEffect): void {
  const argument = pathArgument(call, file);
  const value = placeOf(walk, state, call, file);
  if (!argument || !value) return;
  const effect = effectOf(walk, state, call, file);
  const text = value.text ?? hole(value.marks);
  if (effect === 'exists') { noteLook(walk, { text, site: here(walk, call.at) }); return; }
  noteOperation(walk, effect, { text, site: here(walk, call.at) });
  keepFile(walk, state, { effect, text, key: `${file.argument}${file.member ?? ''}`, call: call.name, ...(file.address ? { isAddress: true } : {}), content: contentOf(call, argument), at: call.at });
}

/** The argument, or the member of it, that says where the file is. */
function placeOf(walk: Walk, state: State, call: LibraryCall, file: FileEffect): Value | undefined {
  const argument = pathArgument(call, file);
  const place = argument && (file.member?.split('.') ?? []).reduce<Value | undefined>((object, name) => object && memberOf(walk, state, object, name, call.at), argument);
  return place && file.effect === 'command' ? wordsIn(walk, state, place) : place;
}

/** A list that words were added to one by one says nothing of itself: its words are looked at as they are. */
function wordsIn(walk: Walk, state: State, list: Value): Value {
  const isKnown = list.text?.alternatives.some((parts) => parts.some((part) => part.kind === 'literal')) === true;
  if (isKnown || !list.paths.some(({ root }) => root.kind === 'fresh')) return list;
  return { ...list, text: elementOf(walk, state, list).text ?? hole(list.marks) };
}

interface FileNote {
  readonly effect: FileEffect['effect'];
  readonly text: Text;
  /** Tells it from others at the same place. */
  readonly key: string;
  readonly call: string;
  readonly isAddress?: boolean;
  readonly content: Value;
  readonly at: Span;
}

function keepFile(walk: Walk, state: State, { effect, text, key, call, isAddress, content, at }: FileNote): void {
  const id = `${siteId(walk, at)}:${effect}:${key}`;
  walk.files.set(id, {
    effect, text, ...(isAddress ? { isAddress } : {}), site: here(walk, at), chain: [], call, afterSuspension: state.suspended || walk.files.get(id)?.afterSuspension === true,
    guardedByExists: state.guards.flatMap((guard) => (guard.exists ? [guard.exists] : [])), contentMarks: content.marks, locks: state.locks,
  });
}

/** A variable of the process is set that says where a program keeps its files. */
export function noteProfile(walk: Walk, state: State, variable: string | undefined, value: Value, at: Span): void {
  const isProfile = variable !== undefined && walk.engine.knowledge.profiles.some(({ names }) => names.includes(variable));
  if (isProfile && value.text) keepFile(walk, state, { effect: 'profile', text: value.text, key: variable, call: variable, content: value, at });
}

/** What may get into the file: everything else that the call is given. */
function contentOf(call: LibraryCall, path: Value): Value {
  return derive(...[...(call.receiver ? [call.receiver] : []), ...call.args, ...call.named.values()].filter((value) => value !== path));
}
