/**
 * Where the files are that the program reads at run time: beside the bundle in `dist/` (scripts/build.mjs copies them
 * there), or where they come from when the sources run under vitest. The only module that knows both layouts.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder with one folder of library facts per language. */
export function knowledgeFolder(): string {
  return fileURLToPath(new URL('knowledge/', import.meta.url));
}

/** Absolute path of the grammar `file` that the package `packageName` brings. */
export function grammarFile(packageName: string, file: string): string {
  return __REENTRANT_BUNDLED__
    ? fileURLToPath(new URL(`grammars/${file}`, import.meta.url))
    : createRequire(import.meta.url).resolve(`${packageName}/${file}`);
}

/** Absolute path of the document of the rule `id`, in Markdown. */
export function ruleDocument(id: string): string {
  return fileURLToPath(new URL(__REENTRANT_BUNDLED__ ? `rules/${id}.md` : `../rules/${id}/README.md`, import.meta.url));
}
