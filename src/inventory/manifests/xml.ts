/** Elements of the XML in project files, with their places. */
import { blanked, escaped } from './manifest.js';
import type { Span } from '../../ir/index.js';

/** `text` without comments, everything else in its place. */
export function withoutComments(text: string): string {
  return blanked(text, /<!--(?:(?!<!--)[^])*?-->/g);
}

/** `text` without the elements `name`, everything else in its place. */
export function withoutElements(text: string, name: string): string {
  return blanked(text, elementPattern(name));
}

/** The elements `name` of `text` that do not contain another one of that name, from bracket to bracket. */
export function elementsOf(text: string, name: string): readonly { readonly text: string; readonly span: Span }[] {
  return [...text.matchAll(elementPattern(name))].map(({ 0: all, index }) => ({ text: all, span: { start: index, end: index + all.length } }));
}

/** Ends where another element of the name begins, so that a text full of openings is gone through once. */
function elementPattern(name: string): RegExp {
  return new RegExp(`<${escaped(name)}(?:\\s[^<>]*)?>(?:(?!<${escaped(name)}[\\s>])[^])*?</${escaped(name)}>`, 'g');
}

/** The text in the first element `name`, when it holds nothing but text, with its place. */
export function textIn(text: string, name: string): { readonly value: string; readonly span: Span } | undefined {
  const found = new RegExp(`<${escaped(name)}(?:\\s[^>]*)?>\\s*([^<]*?)\\s*</${escaped(name)}>`, 'i').exec(text);
  return found ? { value: found[1] ?? '', span: { start: found.index, end: found.index + found[0].length } } : undefined;
}
