/** The same program entered by another way: a file that re-exports the handler, or a class that inherits it. */
import type { Language } from '../../src/frontends/frontend.js';
import type { RequestedEntry } from '../../src/inventory/index.js';
import type { Files } from './cases.js';
import { SOURCES } from './scramble.js';

export interface Aliased {
  readonly files: Files;
  readonly entries: readonly RequestedEntry[];
}

/** `files` with one more file for each of `entries` that can be reached so; nothing when none can. */
export function aliased(files: Files, language: Language, entries: readonly RequestedEntry[]): Aliased | undefined {
  const aliases = entries.flatMap((entry, index) => aliasOf(language, entry, files[entry.file] ?? '', `Alias${index}`) ?? []);
  if (aliases.length !== entries.length || aliases.length === 0) return undefined;
  return {
    files: { ...files, ...Object.fromEntries(aliases.map(({ file, text }) => [file, text])) },
    entries: aliases.map(({ file, symbol }) => ({ file, symbol })),
  };
}

interface Alias {
  readonly file: string;
  readonly text: string;
  readonly symbol: string;
}

function aliasOf(language: Language, { file, symbol = '' }: RequestedEntry, text: string, name: string): Alias | undefined {
  if (!SOURCES[language].test(file)) return undefined; // A template declares it, with what only that says of it.
  switch (language) {
    case 'node': return reExport(file, symbol, text, name);
    case 'python': return /^\w+$/.test(symbol) ? { file: `${folderOf(file)}${name.toLowerCase()}.py`, text: `from ${file.replace(/\.py$/, '').replaceAll('/', '.')} import ${symbol}\n`, symbol } : undefined;
    case 'java': return subclass(symbol, name, `${folderOf(file)}${name}.java`, (base) => `public class ${name} extends ${base} {}\n`, /^package ([\w.]+);/m.exec(text)?.[1]);
    case 'dotnet': return subclass(symbol, name, `${folderOf(file)}${name}.cs`, (base) => `public class ${name} : ${base} { }\n`, /^namespace ([\w.]+);/m.exec(text)?.[1]);
  }
}

function reExport(file: string, symbol: string, text: string, name: string): Alias | undefined {
  if (!/^\w+$/.test(symbol)) return undefined;
  const extension = file.slice(file.lastIndexOf('.'));
  const folder = folderOf(file);
  const specifier = `./${file.slice(folder.length).replace(/\.ts$/, '.js')}`;
  const isCommonJs = /\brequire\(|^exports\./m.test(text);
  return { file: `${folder}${name.toLowerCase()}${extension}`, text: isCommonJs ? `exports.${symbol} = require('${specifier}').${symbol};\n` : `export { ${symbol} } from '${specifier}';\n`, symbol };
}

function subclass(symbol: string, name: string, file: string, declare: (base: string) => string, space: string | undefined): Alias | undefined {
  const [owner, method] = symbol.split('::');
  if (owner === undefined || method === undefined) return undefined;
  const simple = owner.slice(owner.lastIndexOf('.') + 1);
  return { file, text: declare(space === undefined ? simple : `${space}.${simple}`), symbol: `${name}::${method}` };
}

/** With the slash at its end; empty at the top. An alias lies beside what it stands for, and has the same manifests around it. */
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
