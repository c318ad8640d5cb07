/**
 * Reads the facts that ship with the tool: only those of the language asked for, and once. In the knowledge folder a
 * language is either one merged file (`node.json`, what a build may make) or a folder with a file per library (the sources).
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeFolder } from '../assets.js';
import { createKnowledge } from './knowledge.js';
import type { Knowledge } from './knowledge.js';
import type { LibraryFacts } from './schema.js';
import { boundsIn, factsFor, holdingBounds } from './versions.js';
import type { Bounds, PinnedVersion } from './versions.js';

/** The folder of facts about programs that code of any language may run. */
const PROGRAMS = 'programs';

const facts = new Map<string, { readonly all: readonly LibraryFacts[]; readonly bounds: Bounds }>();
const loaded = new Map<string, Knowledge>();

/**
 * The knowledge of a language, named like its folder in src/knowledge, for code that uses libraries in the versions that
 * `pinned` says. A language without facts knows nothing.
 */
export function loadKnowledge(language: string, pinned: PinnedVersion): Knowledge {
  const { all, bounds } = factsAbout(language);
  const holding = holdingBounds(bounds, pinned);
  const key = [language, ...holding].join(' ');
  const knowledge = loaded.get(key) ?? createKnowledge(factsFor(all, holding));
  loaded.set(key, knowledge);
  return knowledge;
}

function factsAbout(language: string): { readonly all: readonly LibraryFacts[]; readonly bounds: Bounds } {
  let found = facts.get(language);
  if (found === undefined) {
    const all = [...readFacts(knowledgeFolder(), PROGRAMS), ...readFacts(knowledgeFolder(), language)];
    facts.set(language, (found = { all, bounds: boundsIn(all) }));
  }
  return found;
}

/** The facts about a language's libraries below `folder`, ordered by file name. */
export function readFacts(folder: string, language: string): readonly LibraryFacts[] {
  const merged = join(folder, `${language}.json`);
  if (existsSync(merged)) return readJson(merged) as readonly LibraryFacts[];
  const separate = join(folder, language);
  if (!existsSync(separate)) return [];
  const files = readdirSync(separate).filter((file) => file.endsWith('.json')).sort();
  return files.map((file) => readJson(join(separate, file)) as LibraryFacts);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
