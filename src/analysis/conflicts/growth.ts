/** Containers that get an entry with every request and never lose one. */
import type { Access } from '../domain/access.js';
import { isRequest } from '../domain/marks.js';
import type { Harm } from '../hazard.js';
import { byPosition, fieldOf, isEmptied, point } from './case.js';
import type { Case } from './case.js';
import { isContent } from './sharing.js';

/** Entries that come with request data and stay. */
export function growthHarm(judged: Case): readonly Harm[] {
  const { group, model } = judged;
  // How long an object of a class lives is up to its user.
  if (model.unit === 'call') return [];
  if (judged.types.some((type) => type.bounded || type.collection === 'array') || hasEnumKeys(judged)) return [];
  if (isEmptied(group)) return [];
  const write = group.accesses.filter((access) => (access.kind === 'mutate' || access.kind === 'atomic') && isContent(access) && access.value !== undefined && fillsContainer(judged, access)).sort(byPosition)
    .find((access) => access.key ? isRequest(access.key.marks) : isRequest(access.value?.marks ?? 0));
  const collection = judged.types.some((type) => type.collection) || judged.types.length === 0;
  return write && collection && write.path.root.kind !== 'symbol' ? [{ kind: 'growth', write: point(judged, write), keyFromRequest: isRequest(write.key?.marks ?? 0), keyed: write.key !== undefined }] : [];
}

/** An element of the container that is changed is no new entry, unless it is a container itself. */
function fillsContainer({ engine }: Case, access: Access): boolean {
  const facts = access.objectTypes.map((type) => engine.knowledge.type(type));
  return facts.length === 0 || facts.some((fact) => fact === undefined || fact.collection !== undefined);
}

/** A map or set whose keys are the constants of an enum cannot grow. */
function hasEnumKeys({ engine, group, types }: Case): boolean {
  const key = fieldOf(engine, group)?.type?.args[0];
  return types.some((type) => type.collection === 'map' || type.collection === 'set') && key !== undefined && engine.program.type(key.name)?.kind === 'enum';
}
