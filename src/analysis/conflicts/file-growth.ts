/** Files under names of their own that no invocation ever removes: the environment lives on, and its disk fills up. */
import { isUnique } from './uniqueness.js';
import type { PathUse } from './path-uses.js';
import type { FileOperation } from '../domain/access.js';
import { displayText } from '../domain/text.js';
import type { TextPart } from '../domain/text.js';
import type { ExecutionModel } from '../../runtimes/execution-model.js';

const CREATING = new Set<FileOperation['effect']>(['write', 'append', 'fill-directory', 'replace', 'create-exclusive']);
const REMOVING = new Set<FileOperation['effect']>(['delete', 'delete-tree', 'rename-from']);

/** One creation of each file or directory that stays. Where something is deleted whose name is not understood, nothing is said. */
export function lastingFiles(model: ExecutionModel, uses: readonly PathUse[], operations: readonly FileOperation[]): readonly PathUse[] {
  if (operations.some((operation) => isObscureRemoval(operation, uses))) return [];
  const removed = uses.filter(({ operation }) => REMOVING.has(operation.effect)).map((use) => ({ path: use.rendered.replace(/\/<entry>$/, ''), made: madeIn(use.parts) }));
  const seen = new Set<string>();
  return [...uses].sort((a, b) => Number(isNamed(a)) - Number(isNamed(b))).filter((use) => {
    if (use.atInit || use.pathClass !== undefined || !CREATING.has(use.operation.effect) || removesItself(use.parts) || !isNewEachTime(use.parts)) return false;
    // What is done only where a file is missing is done once.
    if (isNamed(use) && use.operation.guardedByExists.length > 0) return false;
    const made = madeIn(use.parts);
    if (removed.some((one) => (use.rendered === one.path || use.rendered.startsWith(`${one.path}/`)) && one.made.every((at) => made.includes(at)))) return false;
    const root = `${rootOf(use.parts, model)} ${made.join(' ')}`;
    return !seen.has(root) && seen.add(root);
  });
}

/** Made together with its name: whatever is written into it tells more. */
function isNamed({ operation }: PathUse): boolean {
  return operation.effect === 'create-exclusive';
}

/** A removal of which no path was understood. */
function isObscureRemoval({ effect, site }: FileOperation, uses: readonly PathUse[]): boolean {
  return REMOVING.has(effect) && !uses.some(({ operation }) => operation.site.function === site.function && operation.site.at.start === site.at.start);
}

/** Threads and processes serve many invocations, which find the file of the one before; so do those that use a name made at init. */
function isNewEachTime(parts: readonly TextPart[]): boolean {
  return parts.some((part) => part.kind === 'hole' && part.unique.some(({ source, atInit }) => source !== 'thread-id' && source !== 'process-id' && !atInit));
}

function removesItself(parts: readonly TextPart[]): boolean {
  return parts.some((part) => part.kind === 'hole' && part.unique.some(({ removed }) => removed === true));
}

/** Which calls have made the names in the path. */
function madeIn(parts: readonly TextPart[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'hole' ? part.unique.flatMap(({ madeAt }) => madeAt ?? []) : []));
}

/** The path up to the segment that makes it unique. */
function rootOf(parts: readonly TextPart[], model: ExecutionModel): string {
  const index = parts.findIndex((part) => isUnique([part], model));
  return displayText(parts.slice(0, index + 1));
}
