import { readFile } from 'node:fs/promises';
import { ensureIndex, ensureWhole } from './index-files.mjs';

const find = async (folder, word) => {
  const words = JSON.parse(await readFile(`${folder}/words.json`, 'utf8'));
  const places = JSON.parse(await readFile(`${folder}/places.json`, 'utf8'));
  return places[words[word]];
};

// entry: handler
export const handler = async (event) => find(await ensureIndex(), event.word);

// entry: careful
export const careful = async (event) => find(await ensureWhole(), event.word);
