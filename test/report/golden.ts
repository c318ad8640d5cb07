/** Golden files lie beside the tests; `UPDATE=1` rewrites them, and the difference is reviewed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Expects `actual` to equal the golden file `name`. */
export function expectGolden(name: string, actual: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (process.env['UPDATE'] === '1') writeFileSync(file, actual);
  expect(existsSync(file), `golden/${name} does not exist: run with UPDATE=1`).toBe(true);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
