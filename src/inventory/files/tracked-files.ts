/**
 * The files that Git tracks, as its index lists them: what `.gitignore` excludes does not concern them.
 * Source: https://git-scm.com/docs/index-format, versions 2 to 4; https://git-scm.com/docs/gitignore
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { folderOf } from './files-below.js';

/** Names are relative to the root of the repository. */
export interface TrackedFiles {
  /** Files, symbolic links, and the folders of submodules. */
  readonly files: ReadonlySet<string>;
  /** The folders that lead to them. */
  readonly folders: ReadonlySet<string>;
}

const MAX_INDEX_BYTES = 100_000_000;
/** A `.git` that is a file holds one path. */
const MAX_LINK_BYTES = 5000;
/** Version 4 repeats names without writing them: what they come to is bounded too. */
const MAX_NAMES_BYTES = MAX_INDEX_BYTES;
/** Lengths of an object's id: SHA-1, SHA-256. The index does not say which it has. */
const ID_BYTES = [20, 32] as const;

const HEADER_BYTES = 12;
/** Times, device, inode, mode, owner, group and size of a file, which come before its id. */
const STAT_BYTES = 40;
const MODE_OFFSET = 24;
const EXTENDED = 0x4000;
/** The bits that hold the length of a name; all of them are set when it is as long or longer. */
const NAME_LENGTH = 0x0fff;
/** The mode of a folder of which a sparse checkout has nothing. */
const SPARSE_FOLDER = 0o40000;

/** What the index of the repository at `root` lists; nothing when there is none, or none that can be read whole. */
export function trackedFiles(root: string): TrackedFiles | undefined {
  const bytes = readBounded(indexFileOf(root), MAX_INDEX_BYTES);
  if (!bytes) return undefined;
  for (const idBytes of ID_BYTES) {
    const names = namesIn(bytes, idBytes);
    if (names) return { files: new Set(names), folders: foldersOf(names) };
  }
  return undefined;
}

/** Where Git keeps its index of the repository at `root`: in `.git`, or where the file `.git` of a worktree or submodule says. */
export function indexFileOf(root: string): string | undefined {
  const git = path.join(root, '.git');
  const stat = statSync(git, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) return stat && path.join(git, 'index');
  const target = /^gitdir: ([^\0\r\n]+)\r?\n?$/.exec(readBounded(git, MAX_LINK_BYTES)?.toString('utf8') ?? '')?.[1];
  // A path with two slashes may be one of another machine.
  return target === undefined || /^[\\/]{2}/.test(target) ? undefined : path.join(path.resolve(root, target), 'index');
}

function readBounded(file: string | undefined, limit: number): Buffer | undefined {
  try {
    const stat = file === undefined ? undefined : statSync(file);
    return stat?.isFile() && stat.size <= limit ? readFileSync(file!) : undefined;
  } catch {
    return undefined; // There is no such file, or it is not for us.
  }
}

function foldersOf(names: readonly string[]): Set<string> {
  const folders = new Set<string>();
  let before = '';
  for (const name of names) {
    let folder = folderOf(name);
    // Names are sorted: most are in the folder of the one before.
    if (folder === before) continue;
    before = folder;
    for (; folder !== '' && !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}

/** The names of an index whose ids have `idBytes` bytes; nothing when it is not one to its last byte. */
function namesIn(bytes: Buffer, idBytes: number): readonly string[] | undefined {
  if (bytes.length < HEADER_BYTES + idBytes || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  const count = bytes.readUInt32BE(8);
  if (version < 2 || version > 4) return undefined;
  const content = bytes.subarray(0, bytes.length - idBytes);
  const names: string[] = [];
  const name = Buffer.alloc(NAME_LENGTH);
  let last: Entry = { next: HEADER_BYTES, nameBytes: 0 };
  let total = 0;
  for (let i = 0; i < count; i++) {
    const start = last.next;
    const entry = readEntry(content, start, { version, idBytes, name, before: last.nameBytes });
    if (!entry || (total += entry.nameBytes) > MAX_NAMES_BYTES) return undefined;
    if (bytes.readUInt32BE(start + MODE_OFFSET) !== SPARSE_FOLDER) names.push(name.toString('utf8', 0, entry.nameBytes));
    last = entry;
  }
  return isWhole(content, last.next) ? names : undefined;
}

interface Entry {
  /** Where the next one begins. */
  readonly next: number;
  readonly nameBytes: number;
}

interface Reading {
  readonly version: number;
  readonly idBytes: number;
  /** Holds the name of the entry before, of `before` bytes, and then that of this one. */
  readonly name: Buffer;
  readonly before: number;
}

function readEntry(bytes: Buffer, start: number, { version, idBytes, name, before }: Reading): Entry | undefined {
  const flagsAt = start + STAT_BYTES + idBytes;
  if (flagsAt + 2 > bytes.length) return undefined;
  const flags = bytes.readUInt16BE(flagsAt);
  const afterFlags = flagsAt + (flags & EXTENDED ? 4 : 2);
  const kept = version === 4 ? keptOf(bytes, afterFlags, before) : { bytes: 0, next: afterFlags };
  if (!kept) return undefined;
  const nameBytes = flags & NAME_LENGTH;
  const end = kept.next + nameBytes - kept.bytes;
  if (nameBytes === 0 || nameBytes === NAME_LENGTH || end < kept.next || bytes[end] !== 0) return undefined;
  bytes.copy(name, kept.bytes, kept.next, end);
  // Before version 4 one to eight zeros fill an entry up to a multiple of eight bytes.
  return { nameBytes, next: version === 4 ? end + 1 : start + ((end - start + 8) & ~7) };
}

/** How much of the name before a name of version 4 begins with: all but a number of bytes, written with seven bits in each byte. */
function keptOf(bytes: Buffer, at: number, before: number): { readonly bytes: number; readonly next: number } | undefined {
  let dropped = -1;
  for (let next = at; next < bytes.length && dropped < before; next++) {
    const byte = bytes[next]!;
    dropped = (dropped + 1) * 128 + (byte & 127);
    if (byte < 128) return dropped <= before ? { bytes: before - dropped, next: next + 1 } : undefined;
  }
  return undefined;
}

/** Whether extensions fill the rest, and none of them says that another file has entries too (`link`). */
function isWhole(content: Buffer, start: number): boolean {
  let at = start;
  while (at + 8 <= content.length) {
    if (content.toString('latin1', at, at + 4) === 'link') return false;
    at += 8 + content.readUInt32BE(at + 4);
  }
  return at === content.length;
}
