/**
 * Netlify's functions look like handlers of Lambda and run in Netlify's account: none can be moved, so none is listed. Their folder:
 * https://docs.netlify.com/build/functions/optional-configuration/, `netlify/functions` where nothing else is said.
 */
import { folderOf, joinPath } from '../../files/files-below.js';
import { textsIn, tomlEntries, type TomlEntry } from '../../manifests/toml.js';
import type { DeclarationReader } from '../declared-function.js';

const DEFAULT_FOLDER = 'netlify/functions';

export const netlify: DeclarationReader = {
  mayDeclare: (file) => /(?:^|\/)netlify\.toml$/.test(file),
  read(files, { project }) {
    const folders = files.flatMap((file) => functionFolder(file, project.read(file) ?? '') ?? []);
    return { files: [], functions: [], capacityProviders: [], otherPlatforms: folders.map((folder) => ({ folder, name: 'Netlify' })), problems: [] };
  },
};

/** The folder of the functions, which is never the one that holds everything. */
function functionFolder(file: string, text: string): string | undefined {
  const entries = tomlEntries(text);
  const valueOf = (table: string, key: string): string | undefined => textOf(entries.find((entry) => entry.table === table && entry.key === key));
  const base = joinPath(folderOf(file), valueOf('build', 'base') ?? '');
  const written = valueOf('functions', 'directory') ?? valueOf('build', 'functions') ?? DEFAULT_FOLDER;
  return (base === undefined ? undefined : joinPath(base, written)) || undefined;
}

function textOf(entry: TomlEntry | undefined): string | undefined {
  return entry && textsIn(entry)[0]?.text;
}
