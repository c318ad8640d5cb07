/** JSON in manifests and lock files. */

/** Texts that were read last: the packages of one lock file are asked for one by one. */
const parsed = new Map<string, unknown>();
const MAX_PARSED = 8;

/** The value of a JSON text; nothing when it is none. */
export function jsonOf(text: string): unknown {
  if (!parsed.has(text)) {
    if (parsed.size >= MAX_PARSED) parsed.clear();
    parsed.set(text, parseJson(text));
  }
  return parsed.get(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A member of a JSON object, by name. */
export function member(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((object, name) => (typeof object === 'object' && object !== null && Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined), value);
}

/** `value` when it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
