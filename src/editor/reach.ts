/** Which files a function's code can be in. */
import type { Program } from '../ir/index.js';

/** `files` and what they lead to: by imports, and, where something is registered with a container, whatever the container may make. */
export function filesReachedFrom(program: Program, files: readonly string[]): ReadonlySet<string> {
  const found = new Set(files);
  let asksContainer = false;
  for (const file of found) {
    const index = program.index(file);
    for (const imported of index?.imports ?? []) found.add(imported);
    if (asksContainer || (index?.bindings.length ?? 0) === 0) continue;
    asksContainer = true;
    for (const binding of program.bindings()) found.add(binding.file);
  }
  return found;
}
