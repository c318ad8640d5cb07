import { existsSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';

const MODEL = '/tmp/model.onnx';
const VOCABULARY = '/tmp/vocabulary.txt';

export async function ensureModel(): Promise<string> {
  // expect: event-loop-block note
  if (!existsSync(MODEL)) {
    const response = await fetch('https://models.example.com/model.onnx');
    await writeFile(MODEL, Buffer.from(await response.arrayBuffer())); // expect: temp-path-toctou error
  }
  return MODEL;
}

export async function ensureVocabulary(): Promise<string> {
  if (!existsSync(VOCABULARY)) { // safe: the name appears only when the file is complete
    const part = `/tmp/${randomUUID()}.part`;
    writeFileSync(part, 'words');
    await rename(part, VOCABULARY); // fixed: renamed into place
  }
  return VOCABULARY;
}
