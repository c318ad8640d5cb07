/** Versions and ranges of them, as package managers write them. */

/** Whether every version that `written` allows is older than `limit`. */
export function isBelow(written: string | undefined, limit: string): boolean {
  const highest = written === undefined ? undefined : highestOf(written.trim());
  if (highest === undefined) return false;
  const order = compare(highest.version, limit);
  return highest.isAllowed ? order < 0 : order <= 0;
}

interface Highest {
  readonly version: string;
  /** Whether this version itself is one of them, or the first that is not. */
  readonly isAllowed: boolean;
}

/** The upper end of a range as package managers write it. Nothing when there is none, or when it is not understood. */
function highestOf(written: string): Highest | undefined {
  const exact = /^(?:={1,3}\s*)?v?(\d[\w.+-]*)$/.exec(written)?.[1];
  if (exact !== undefined && !/(?:^|\.)[x*](?:\.|$)/i.test(exact)) return { version: exact, isAllowed: true };
  const caret = /^\^\s*(\d[\w.+-]*)$/.exec(written)?.[1];
  if (caret !== undefined) return { version: nextOf(caret, firstNonZero(caret)), isAllowed: false };
  const tilde = /^~\s*(\d[\w.+-]*)$/.exec(written)?.[1];
  if (tilde !== undefined) return { version: nextOf(tilde, Math.min(1, tilde.split('.').length - 1)), isAllowed: false };
  const compatible = /^~=\s*(\d[\w.+-]*)$/.exec(written)?.[1];
  if (compatible !== undefined) return { version: nextOf(compatible, compatible.split('.').length - 2), isAllowed: false };
  const wildcard = /^(?:==\s*)?(\d+(?:\.\d+)*)\.[x*](?:\.[x*])*$/i.exec(written)?.[1];
  if (wildcard !== undefined) return { version: nextOf(wildcard, wildcard.split('.').length - 1), isAllowed: false };
  return upperBound(written);
}

/** `>=1, <2`, `[1.0,2.0)`: the bound that says where the range ends. */
function upperBound(written: string): Highest | undefined {
  const bound = /(<=?)\s*v?(\d[\w.+-]*)/.exec(written);
  if (bound?.[2] !== undefined && !written.includes('||')) return { version: bound[2], isAllowed: bound[1] === '<=' };
  const interval = /^[[(][^,]*,\s*(\d[\w.+-]*)\s*([\])])$/.exec(written);
  if (interval?.[1] !== undefined) return { version: interval[1], isAllowed: interval[2] === ']' };
  const single = /^\[\s*(\d[\w.+-]*)\s*\]$/.exec(written)?.[1];
  return single === undefined ? undefined : { version: single, isAllowed: true };
}

function firstNonZero(version: string): number {
  const index = version.split('.').findIndex((part) => Number.parseInt(part, 10) > 0);
  return Math.max(index, 0);
}

/** The first version that differs from `version` at `position` or before it. */
function nextOf(version: string, position: number): string {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return [...parts.slice(0, Math.max(position, 0)), (parts[Math.max(position, 0)] ?? 0) + 1].join('.');
}

/** Order of two versions; one that is about to be released comes before the release. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.replace(/\+.*$/, '').split(/[-]/, 2));
  const x = numbers(left?.[0] ?? '');
  const y = numbers(right?.[0] ?? '');
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return (left?.[1] === undefined ? 1 : 0) - (right?.[1] === undefined ? 1 : 0);
}

function numbers(version: string): readonly number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
