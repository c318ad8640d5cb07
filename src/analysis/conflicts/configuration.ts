/** Settings of clients and serializers: safe to share as long as nobody changes them while others use the object. */
import type { Access } from '../domain/access.js';
import { ELEMENT } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { holderOf } from '../domain/cell.js';
import { sameAcquisition } from '../domain/lock-set.js';
import { NO_MARKS, isRequest } from '../domain/marks.js';
import type { Harm } from '../hazard.js';
import { isConfigured } from '../walk/record.js';
import { byPosition, excluded, isLazy, isTestOf, locksOf, point, referenceWrites } from './case.js';
import type { Case } from './case.js';
import { isContent } from './sharing.js';

/**
 * An invocation changes the settings of an object that the others use. Where invocations interleave anywhere, any change can
 * hit a use half-way; where they take turns, or follow each other, a setting does harm that differs from request to request.
 */
export function configurationHarm(judged: Case): readonly Harm[] {
  const changes = judged.group.accesses.filter((access) => access.kind === 'configure' && isContent(access) && isConfigured(judged.engine, access.objectTypes) && !isCreation(judged, access) && !isOnceUnderLock(judged, access)).sort(byPosition);
  const change = changes.find(isFromRequest) ?? changes.find((access) => !isOnce(judged, access)) ?? changes[0];
  if (!change) return [];
  const fromRequest = isFromRequest(change);
  const { memory } = judged.model;
  if (memory !== 'anywhere' && !fromRequest) return [];
  const others = judged.group.accesses.filter((access) => !excluded(judged, change, access)).sort(byPosition);
  if (others.length === 0) return [];
  const use = others.find((access) => access.kind !== 'configure' && follows(access, change)) ?? others.find((access) => access !== change);
  return [{
    kind: 'configured', change: point(judged, change), use: use && point(judged, use), instead: change.objectTypes.flatMap((type) => judged.engine.knowledge.type(type)?.instead ?? [])[0], fromRequest,
    once: isOnce(judged, change), relation: memory === 'never' ? 'later' : 'overlapping',
  }];
}

function isFromRequest(access: Access): boolean {
  return isRequest(access.value?.marks ?? NO_MARKS);
}

/** Done by who has just made the object: how it is first made is another question. */
function isCreation({ group }: Case, access: Access): boolean {
  return referenceWrites(group).some((write) => isLazy(write) && isInSameFunction(write, access) && write.site.at.start < access.site.at.start)
    && access.dependsOn.some((dependency) => isTestOf(dependency, group.holder) && !isContentPath(dependency.path));
}

/** Done by the first that comes: it looks whether the setting is there, or keeps in mind that it was made. */
function isOnce({ group, run }: Case, access: Access): boolean {
  return access.dependsOn.some((dependency) => {
    if (dependency.via !== 'guard' || !dependency.test) return false;
    if (isTestOf(dependency, group.holder)) return isContentPath(dependency.path);
    const flag = holderOf(dependency.path);
    return run.invocation.accesses.some((write) => write.kind === 'write' && isInSameFunction(write, access) && holderOf(write.path) === flag);
  });
}

/** Whoever comes first does it, and the others wait for him: the flag that says so is looked at and set under one lock. */
function isOnceUnderLock(judged: Case, access: Access): boolean {
  const { invocation } = judged.run;
  return access.dependsOn.some((dependency) => {
    const flag = holderOf(dependency.path);
    return dependency.via === 'guard' && flag !== judged.group.holder && sameAcquisition(locksOf(judged, access), locksOf(judged, dependency))
      && invocation.accesses.some((write) => write.kind === 'write' && holderOf(write.path) === flag && isInSameFunction(write, access) && sameAcquisition(locksOf(judged, access), locksOf(judged, write)));
  });
}

function isContentPath(path: AccessPath): boolean {
  return path.steps.includes(ELEMENT);
}

function isInSameFunction(a: Access, b: Access): boolean {
  return a.site.function === b.site.function;
}

function follows(access: Access, change: Access): boolean {
  return holderOf(access.path) === holderOf(change.path) && isInSameFunction(access, change) && access.site.at.start >= change.site.at.end;
}
