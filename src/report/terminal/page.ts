/** The sheet that the parts of the terminal report are written on: its width, its colours, and the few forms they share. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../../findings/finding.js';
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import type { Location } from '../../ir/index.js';
import type { Verdict } from '../../readiness/readiness.js';
import { visible } from '../escape.js';
import { cut, cutStart, widthOf, wrap } from './text.js';

export interface Page {
  /** Columns. */
  readonly width: number;
  readonly chalk: ChalkInstance;
}

export type Style = (text: string) => string;

const MIN_WIDTH = 72;
const MAX_WIDTH = 120;

/** A page `columns` wide, within what is good to read. The sixteen colours that every terminal has are enough. */
export function openPage(columns: number, color: boolean): Page {
  return { width: Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Math.floor(columns) || MIN_WIDTH)), chalk: new Chalk({ level: color ? 1 : 0 }) };
}

export const plain: Style = (text) => text;

export function severityStyle({ chalk }: Page, severity: Severity): Style {
  switch (severity) {
    case 'error': return chalk.red.bold;
    case 'warning': return chalk.yellow.bold;
    case 'note': return chalk.blue.bold;
  }
}

export function verdictStyle({ chalk }: Page, verdict: Verdict): Style {
  switch (verdict) {
    case 'ready': return chalk.green.bold;
    case 'ready-at-concurrency-1': case 'ready-with-changes': return chalk.yellow.bold;
    case 'not-proven': return chalk.magenta.bold;
    case 'not-ready': return chalk.red.bold;
    case 'not-analysed': case 'unsupported': return chalk.gray.bold;
  }
}

/** The verdict as people say it. */
export function verdictText(verdict: Verdict): string {
  return verdict.replaceAll('-', ' ');
}

/** The verdict on a function, or on a class: that is safe or not, and goes nowhere. */
export function verdictOn({ claimedSafe }: Pick<LambdaFunction, 'claimedSafe'>, verdict: Verdict): string {
  return claimedSafe === undefined ? verdictText(verdict) : verdictText(verdict).replace('ready', 'safe');
}

/** Red below 50, yellow below 90, green from there. */
export function scoreStyle({ chalk }: Page, score: number): Style {
  if (score < 50) return chalk.red;
  return score < 90 ? chalk.yellow : chalk.green;
}

export function placeText({ file, line, column }: Location, withColumn = false): string {
  return `${visible(file)}:${line}${withColumn ? `:${column}` : ''}`;
}

/** A line across the page with a title in it: `── Orders ─────── nodejs22.x`. */
export function rule(page: Page, title: string, right = ''): string {
  const name = cut(title, Math.floor(page.width / 2));
  const tail = right === '' ? '' : ` ${cutStart(right, page.width - widthOf(name) - 7)}`;
  const length = page.width - widthOf(name) - widthOf(tail) - 4;
  return `${page.chalk.dim('──')} ${page.chalk.bold(name)} ${page.chalk.dim('─'.repeat(length) + tail)}`;
}

/** Prose, wrapped and indented. What stands between backticks is code and gets a colour instead of them, where there is one. */
export function prose(page: Page, text: string, indent: string, style: Style = plain): readonly string[] {
  return labelled(page, indent, visible(text), style);
}

/** Prose after a label: `  Fix  Use one step.`; further lines stand below the first. */
export function labelled(page: Page, label: string, text: string, style: Style = plain, labelStyle: Style = plain): readonly string[] {
  const lines = wrap(text, page.width - widthOf(label));
  let inCode = false;
  return lines.map((line, index) => {
    const parts = line.split('`').map((part, at) => {
      if (at > 0) inCode = !inCode;
      return inCode && page.chalk.level > 0 ? page.chalk.cyan(part) : style(part);
    });
    const lead = index === 0 ? labelStyle(label) : ' '.repeat(widthOf(label));
    return `${lead}${parts.join(page.chalk.level > 0 ? '' : '`')}`.trimEnd();
  });
}
