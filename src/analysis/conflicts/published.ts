/**
 * Request data given to code outside of the repository: put on the global object, or on an object of a library or of the process.
 * Nobody of the repository reads it there, so that others must be meant to, and they find what the last invocation has put there.
 */
import { cellOf } from '../domain/cell.js';
import { isRequest } from '../domain/marks.js';
import type { Harm } from '../hazard.js';
import { isWriting } from '../walk/record.js';
import { isLazy, isUpdate, point, referenceWrites } from './case.js';
import type { Case } from './case.js';

/** A write of request data that the invocation relies on for longer than until its next suspension. */
export function publishedHarm(judged: Case): readonly Harm[] {
  const { group, run, model } = judged;
  if (model.unit !== 'invocation' || group.accesses.some((access) => !isWriting(access.kind) || access.path.root.kind !== 'symbol')) return [];
  const write = referenceWrites(group).find((access) => access.value && isRequest(access.value.marks) && !access.value.isNull && !isUpdate(access) && !isLazy(access) && run.invocation.outlasting.has(cellOf(access.path)));
  return write ? [{ kind: 'leak', write: point(judged, write), read: undefined, acrossSuspension: model.memory === 'at-suspension', relation: 'overlapping', carriesContext: false }] : [];
}
