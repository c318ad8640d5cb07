/** What a call does to the file of an argument, where a mode or an option of it decides that. */
import type { Span } from '../../ir/index.js';
import type { FileEffect } from '../../knowledge/schema.js';
import type { AccessPath } from '../domain/access-path.js';
import { isRecursiveOption } from '../domain/command-words.js';
import type { State } from '../domain/state.js';
import { literalText } from '../domain/text.js';
import type { Value } from '../domain/value.js';
import type { LibraryCall } from './library.js';
import { loadField } from './places.js';
import type { Walk } from './walk.js';

export function effectOf(walk: Walk, state: State, call: LibraryCall, file: FileEffect): FileEffect['effect'] {
  if (file.effect === 'by-mode') return effectOfMode(walk, state, call, file);
  return file.recursive && !isRecursive(walk, state, call, file.recursive) ? 'delete' : file.effect;
}

/** What an object says under a name; an argument that is no object is no such answer. */
export function memberOf(walk: Walk, state: State, object: Value, name: string, at: Span): Value | undefined {
  if (object.paths.length === 0 && object.shapes.length === 0) return undefined;
  const value = loadField(walk, state, object, name, at);
  const isText = value.text?.alternatives.some((parts) => parts.some((part) => part.kind === 'literal'));
  return isText || value.paths.some(({ root }) => root.kind === 'fresh') ? value : undefined;
}

/** Whether everything below goes too; an option that is not written down may say so. */
function isRecursive(walk: Walk, state: State, call: LibraryCall, { argument, keyword, member }: NonNullable<FileEffect['recursive']>): boolean {
  const given = call.named.get(keyword ?? '') ?? call.args[argument];
  if (!given || given.isNull || given.shapes.some(({ kind }) => kind === 'closure')) return false;
  const option = member === undefined ? given : loadField(walk, state, given, member, call.at);
  if (member !== undefined && isLeftOut(option)) return false;
  const text = literalText(option.text);
  return text === undefined || text === 'true' || isRecursiveOption(text);
}

/** Nobody has put anything there since the options were made. */
function isLeftOut({ paths, text }: Value): boolean {
  const isOfNew = ({ root }: AccessPath): boolean => root.kind === 'fresh';
  const known = text?.alternatives.flat() ?? [];
  return paths.length > 0 && paths.every(isOfNew) && known.every((part) => part.kind === 'hole' && part.path !== undefined && isOfNew(part.path));
}

function effectOfMode(walk: Walk, state: State, call: LibraryCall, file: FileEffect): FileEffect['effect'] {
  const mode = file.modeRest ? modeOfAll(call, file) : modeOfOne(walk, state, call, file);
  if (mode === undefined) return 'write';
  if (mode.includes('x')) return 'create-exclusive';
  if (mode.includes('a')) return 'append';
  return mode.includes('w') || mode.includes('+') ? 'write' : 'read';
}

function modeOfOne(walk: Walk, state: State, call: LibraryCall, file: FileEffect): string | undefined {
  const given = call.named.get(file.modeKeyword ?? '') ?? (file.mode === undefined ? undefined : call.args[file.mode]);
  const value = given && file.modeMember !== undefined ? memberOf(walk, state, given, file.modeMember, call.at) : given;
  return value ? literalText(value.text) : (file.modeDefault ?? (file.modeMember === undefined ? 'r' : 'w'));
}

/** Options in a row, each of which says something. */
function modeOfAll({ args }: LibraryCall, { mode = 0, modeDefault }: FileEffect): string | undefined {
  const options = args.slice(mode);
  const letters = options.map((option) => literalText(option.text) ?? '').join('');
  if (letters !== '') return letters;
  return modeDefault ?? (options.length === 0 ? 'r' : undefined);
}
