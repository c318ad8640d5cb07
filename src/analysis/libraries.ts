/** Which libraries the code imports that an entry point reaches. */
import { fileOf } from '../ir/index.js';
import type { Engine } from './engine.js';
import type { Run } from './run.js';

/** Packages, modules and namespaces that reached files import, sorted. */
export function librariesOf(engine: Engine, run: Run): readonly string[] {
  const files = new Set([...run.invocation.reached].map(fileOf));
  return [...new Set([...files].flatMap((file) => engine.program.index(file)?.libraries ?? []))].sort();
}
