/** Which folders of configuration are applied, seen without parsing: those that no other folder calls as a module. */
import { folderOf } from '../../files/files-below.js';
import type { ProgramSource } from '../../programs.js';
import { isConfiguration, localFolder } from './configuration/module-text.js';

/** What makes a folder worth reading, besides modules that are. */
const DECLARES = /aws_lambda_(?:function|capacity_provider)\b|\bsource"?\s*[=:]\s*"[^"\n]*lambda/;
const CALL = /\bsource"?\s*[=:]\s*"(\.\.?\/[^"\n]*|\.\.?)"/g;

/** The folders that are applied and lead to functions, sorted. */
export function appliedFolders({ project }: ProgramSource): readonly string[] {
  const relevant = new Set<string>();
  const callers = new Map<string, Set<string>>();
  for (const file of project.files.filter(isConfiguration)) {
    const text = project.read(file) ?? '';
    const folder = folderOf(file);
    if (DECLARES.test(text)) relevant.add(folder);
    for (const [, source] of text.matchAll(CALL)) {
      const called = localFolder(folder, source);
      if (called !== undefined && called !== folder) callers.set(called, (callers.get(called) ?? new Set()).add(folder));
    }
  }
  const pending = [...relevant];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const caller of callers.get(folder) ?? []) {
      if (relevant.has(caller)) continue;
      relevant.add(caller);
      pending.push(caller);
    }
  }
  return [...relevant].filter((folder) => !callers.has(folder)).sort();
}
