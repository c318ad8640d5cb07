/** Runtime identifiers against those that managed instances accept. */
import { CUSTOM_RUNTIMES, RUNTIMES } from './platform.js';

/** Where a runtime identifier stands. `newer` than what was known when PLATFORM_FACTS_DATE was set. */
export type RuntimeStatus = 'accepted' | 'below-minimum' | 'newer' | 'not-offered';

/** Whether managed instances run functions of this runtime. */
export function runtimeStatus(identifier: string): RuntimeStatus {
  const accepted = [...Object.values(RUNTIMES).flatMap((runtime) => runtime.accepted), ...CUSTOM_RUNTIMES];
  if (accepted.includes(identifier)) return 'accepted';
  const oldest = oldestOfFamily(identifier);
  if (oldest === undefined) return 'not-offered';
  return compareVersions(versionOf(identifier), versionOf(oldest)) < 0 ? 'below-minimum' : 'newer';
}

/** Why no function of this runtime can be there, in one sentence; nothing where it can, or where no runtime is known. */
export function whyNotOffered(identifier: string | undefined): string | undefined {
  return identifier !== undefined && runtimeStatus(identifier) === 'not-offered' ? `Managed instances do not run ${identifier}.` : undefined;
}

/** The oldest accepted identifier with the same name before its version: `python3.13` for `python3.9`. */
export function oldestOfFamily(identifier: string): string | undefined {
  const family = familyOf(identifier);
  return Object.values(RUNTIMES).map(({ accepted }) => accepted[0]).find((oldest) => oldest !== undefined && familyOf(oldest) === family);
}

/** `dotnetcore3.1` is an older .NET. */
function familyOf(identifier: string): string {
  return identifier.replace(/core/, '').replace(/[\d.]+(?:x|\.al2)?$/, '');
}

function versionOf(identifier: string): readonly number[] {
  return (/[\d.]+/.exec(identifier)?.[0] ?? '').split('.').filter((part) => part !== '').map(Number);
}

function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
