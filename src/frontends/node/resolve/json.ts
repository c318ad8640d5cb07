/** JSON as the tools of Node.js write it: with comments and trailing commas, read as data. */
import type { SourceProject } from '../../frontend.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The content of a settings file; nothing when it cannot be read or is no JSON. */
export function readJson(project: SourceProject, file: string): Json | undefined {
  const text = project.has(file) ? project.read(file) : undefined;
  return text === undefined ? undefined : parseLenientJson(text);
}

function parseLenientJson(text: string): Json | undefined {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string: string | undefined) => string ?? ' ')
    .replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? '');
  try {
    return JSON.parse(plain) as Json;
  } catch {
    return undefined;
  }
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property of an object. */
export function property(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The strings of a list, or the one string that stands for a list. */
export function strings(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
