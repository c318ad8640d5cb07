/**
 * Calls that change a setting of the process (`TimeZone.setDefault`): the setting is a place of the library, named after the call
 * unless its fact names a variable.
 */
import { isSettingPart } from '../domain/process-part.js';
import { pathOf, WHOLE } from '../domain/access-path.js';
import type { State } from '../domain/state.js';
import { derive } from '../domain/value.js';
import type { LibraryCall } from './library.js';
import { recordAccess } from './record.js';
import type { Walk } from './walk.js';

export function recordSetting(walk: Walk, state: State, { name, fact, receiver, args, named, at }: LibraryCall): void {
  if (fact.process === undefined || !isSettingPart(fact.process) || fact.effect !== undefined) return;
  if (fact.process === 'umask' && args.length === 0) return;
  if (receiver && receiver.paths.length > 0 && receiver.paths.every((path) => path.root.kind === 'fresh')) return;
  const [first, ...others] = [...args, ...named.values()];
  const value = first && others.length === 0 ? first : derive(...args, ...named.values());
  recordAccess(walk, state, [pathOf({ kind: 'symbol', name }, [WHOLE])], 'write', at, { value });
}
