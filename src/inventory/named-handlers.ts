/**
 * Handlers that a file of declarations names in a place that its reader does not know: the `worker` of a plugin's construct, an authorizer's
 * `tokenFunction`. Where functions of a folder are declared, such a name and the look of a handler together tell a further function from a helper.
 */
import type { SourceProject } from '../frontends/frontend.js';
import type { LocatedFunction } from './declared-functions.js';
import { folderOf, isBelow } from './files/files-below.js';
import type { EntryReference } from './lambda-function.js';

/** `src/orders.create`, `orders.api.create` and `Acme::Orders::create`, as a whole text in quotes or as the value of a line. */
const NAMES = /(?:["'`]|[:=-][ \t]+)(?:\.{1,2}\/)*((?:[\w@-]+[./])*[\w-]+\.\w+|(?:[\w.]+::)+\w+)(?=["'`]|[ \t]*(?:#.*)?$)/gm;
const COMMENT = /^[ \t]*(?:#|\/\/|\*|\/\*).*$/gm;

/** What is named as a handler and declared by nothing that was read. */
export interface NamedHandlers {
  /** The file that names `entry`. */
  readonly namedIn: (entry: EntryReference) => string | undefined;
  /** Whether anything of the name of `file` is named: a module, or a class in a file of its own. */
  readonly mayName: (file: string) => boolean;
}

/** The handlers that `files` name and none of `located` has. */
export function namedHandlers(files: readonly string[], located: readonly LocatedFunction[], project: SourceProject): NamedHandlers {
  const named = files.flatMap((file) => namesIn(file, handlersDeclaredIn(file, located), project));
  const bySymbol = new Map<string, Named[]>();
  const stems = new Set<string>();
  for (const each of named) {
    bySymbol.set(each.symbol, [...bySymbol.get(each.symbol) ?? [], each]);
    stems.add(lastOf(each.module));
  }
  return {
    namedIn: (entry) => bySymbol.get(lastOf(entry.symbol))?.find((each) => isNameOf(each, entry))?.file,
    mayName: (file) => stems.has(lastOf(withoutExtension(file))),
  };
}

interface Named {
  readonly file: string;
  /** Path of a module, or name of a class. */
  readonly module: string;
  readonly symbol: string;
}

function handlersDeclaredIn(file: string, located: readonly LocatedFunction[]): ReadonlySet<string> {
  return new Set(located.flatMap(({ function: fn }) => (fn.handler && (fn.handler.from?.file === file || fn.id.startsWith(`${file}#`)) ? [fn.handler.value] : [])));
}

function namesIn(file: string, known: ReadonlySet<string>, project: SourceProject): readonly Named[] {
  const text = (project.read(file) ?? '').replaceAll(COMMENT, '');
  const names = new Set([...text.matchAll(NAMES)].map(([, name = '']) => name).filter((name) => !known.has(name)));
  return [...names].map((name) => {
    const end = name.includes('::') ? name.lastIndexOf('::') : name.lastIndexOf('.');
    return { file, module: name.slice(0, end).replaceAll(/[.:]+/g, '/'), symbol: name.slice(end).replace(/^[.:]+/, '') };
  });
}

/** A module is named from the folder of the file or of one that the functions are deployed from; both lie above it. */
function isNameOf({ file, module }: Named, entry: EntryReference): boolean {
  const type = /^(.*)::/.exec(entry.symbol)?.[1];
  const path = type === undefined ? withoutExtension(entry.file) : type.replaceAll('.', '/');
  return isBelow(entry.file, folderOf(file)) && (path === module || path.endsWith(`/${module}`) || (type !== undefined && module.endsWith(`/${path}`)));
}

function lastOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':'), path.lastIndexOf('.')) + 1);
}

function withoutExtension(file: string): string {
  return file.replace(/\.\w+$/, '');
}
