/** Where the code of a package comes from that a script makes: `zip -r ../x.zip .` in a folder. */
import type { SourceProject } from '../../../frontends/frontend.js';
import { filesBelow, folderOf } from '../../files/files-below.js';
import type { CodeSource } from '../declared-function.js';
import type { Call } from './calls.js';
import { placeOf, type Argument, type ScriptCommand } from './commands.js';

/** The code behind `fileb://x.zip`, relative to the folder of the script. */
export function codeOfPackage(call: Call, archive: Argument, project: SourceProject): CodeSource {
  const name = archive.text.replace(/^fileb?:\/\//, '');
  const base = name.slice(name.lastIndexOf('/') + 1);
  const made = call.script.map((command) => packed(command, base, call.file)).find((folder) => folder !== undefined);
  if (made !== undefined) return { kind: 'local', path: seenFrom(call.file, made), from: archive.at };
  if (archive.unknown !== undefined || name.startsWith('/')) return { kind: 'elsewhere' };
  const path = [call.folder ?? folderOf(call.file), ''].map((folder) => placeOf(name, folder, call.file)).find((each) => each !== undefined && isThere(each, project));
  return { kind: 'local', path: seenFrom(call.file, path ?? placeOf(name, folderOf(call.file), call.file) ?? ''), from: archive.at };
}

/** Relative to the root: the folder whose files the archive holds. Names in the archive begin there. */
function packed({ words, folder }: ScriptCommand, archive: string, script: string): string | undefined {
  const [program, ...args] = words;
  const isZip = program !== undefined && /^(?:.*\/)?zip$/.test(program.text);
  const plain = args.filter(({ text }) => !text.startsWith('-'));
  const [target, first] = plain;
  if (!isZip || folder === undefined || target === undefined || target.unknown !== undefined || withoutFolder(target.text) !== archive.replace(/\.zip$/, '')) return undefined;
  // `-j` leaves folders out.
  const isFlat = args.some(({ text }) => /^-[A-Za-z]*j/.test(text));
  return isFlat && first !== undefined && first.unknown === undefined ? placeOf(folderOf(first.text) || '.', folder, script) : folder;
}

function withoutFolder(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.zip$/, '');
}

function isThere(archive: string, project: SourceProject): boolean {
  const folder = folderOf(archive);
  return project.has(archive) || (folder !== '' && filesBelow(project.files, folder).length > 0);
}

/** `folder` as it is written from the folder of `file`. */
function seenFrom(file: string, folder: string): string {
  return `${'../'.repeat(file.split('/').length - 1)}${folder}` || '.';
}
