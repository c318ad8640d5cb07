/** Names with one `*`, as `paths`, `exports` and `imports` have them. */

/** Pattern and what it stands for, in the order of the text. */
export type Patterns = readonly (readonly [pattern: string, targets: readonly string[]])[];

/** Targets of the pattern that fits `name` best, `*` filled in: the name itself, else the longest beginning. */
export function matchPatterns(patterns: Patterns, name: string): readonly string[] {
  const exact = patterns.find(([pattern]) => pattern === name);
  if (exact !== undefined) return exact[1];
  const ordered = patterns.map(([pattern, targets]) => withStar(pattern, targets)).sort((a, b) => b.head.length - a.head.length);
  for (const { head, tail, targets } of ordered) {
    if (tail === undefined || name.length < head.length + tail.length || !name.startsWith(head) || !name.endsWith(tail)) continue;
    const filled = name.slice(head.length, name.length - tail.length);
    return targets.map((target) => target.replaceAll('*', () => filled));
  }
  return [];
}

/** A folder in the old form `./features/` is `./features/*`. */
function withStar(pattern: string, targets: readonly string[]): { readonly head: string; readonly tail?: string; readonly targets: readonly string[] } {
  if (pattern.endsWith('/')) return { head: pattern, tail: '', targets: targets.map((target) => `${target}*`) };
  const star = pattern.indexOf('*');
  return star === -1 ? { head: pattern, targets } : { head: pattern.slice(0, star), tail: pattern.slice(star + 1), targets };
}
