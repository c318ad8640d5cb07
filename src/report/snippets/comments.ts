/** Comments of snippets. They quote audited code, so that each is kept on its line, free of what would end it. */
import { visible } from '../escape.js';
import { wrap } from '../terminal/text.js';
import type { SnippetPlan } from './plan.js';

const WIDTH = 100;

/** `text` as comment lines behind `indent`. */
export function commented(mark: '#' | '//', indent: string, text: string): readonly string[] {
  return wrap(visible(text), WIDTH - indent.length - mark.length - 1).map((line) => `${indent}${mark} ${line}`.trimEnd());
}

/** A line with its reason above it. */
export function withReason(mark: '#' | '//', indent: string, reason: string, line: string): readonly string[] {
  return [...commented(mark, indent, `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`), `${indent}${line}`];
}

/** What stands at the top of a snippet. `what`: what it is, `how`: how it is used. */
export function heading(mark: '#' | '//', what: string, how: string, { leftOut, sources }: SnippetPlan): readonly string[] {
  return [
    `Settings for Lambda Managed Instances as ${what}, by reentrant.`,
    'The values are estimates from what the code calls: test under load before you rely on them.',
    how,
    ...leftOut.map((one) => `Not in it: ${one}`),
  ].flatMap((text) => commented(mark, '', text)).concat(sources.map((source) => `${mark} ${visible(source)}`));
}

/** The text of a snippet. */
export function joined(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
