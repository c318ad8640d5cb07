/** `reentrant rules` and `reentrant explain RULE`. */
import { readFileSync } from 'node:fs';
import { CATALOGUE } from '../../rules/catalogue.js';
import { ruleDocument } from '../assets.js';
import type { RuleMeta } from '../findings/finding.js';
import { openPage } from '../report/terminal/page.js';
import { wrap } from '../report/terminal/text.js';
import type { Io } from './io.js';
import { readable } from './markdown.js';
import { screenOf } from './screen.js';
import { UserError } from './user-error.js';

const MIN_SUMMARY = 20;

export function listRules(io: Io): number {
  const rules = CATALOGUE.map(({ meta }) => meta).sort((a, b) => (a.id < b.id ? -1 : 1));
  const width = Math.max(...rules.map(({ id }) => id.length));
  const { columns } = io.stdout as Partial<NodeJS.WriteStream>;
  for (const { id, severity, summary } of rules) {
    const head = `${id.padEnd(width)}  ${severity.padEnd(7)}  `;
    // Only people at a terminal need wrapped lines; a program reads one rule per line.
    const lines = wrap(summary, columns ? Math.max(MIN_SUMMARY, columns - head.length) : Infinity);
    io.stdout.write(`${head}${lines.join(`\n${' '.repeat(head.length)}`)}\n`);
  }
  return 0;
}

/** Prints the document of `rule`. */
export function explain({ rule: id, color }: { readonly rule: string; readonly color: boolean }, io: Io): number {
  const rule = CATALOGUE.find((candidate) => candidate.meta.id === id);
  if (!rule) throw unknownRule(id);
  const screen = screenOf(io, color);
  const page = openPage(screen.width, screen.color);
  io.stdout.write(`${page.chalk.bold(id)}${page.chalk.dim(` · ${facts(rule.meta)}`)}\n\n${readable(page, documentOf(rule.meta)).join('\n')}\n`);
  return 0;
}

function unknownRule(id: string): UserError {
  const near = CATALOGUE.map(({ meta }) => meta.id).filter((known) => id !== '' && (known.includes(id) || id.includes(known)));
  return new UserError(`There is no rule "${id}".`, near.length > 0 ? `Is it ${near.join(' or ')}? reentrant rules lists all.` : 'reentrant rules lists them.');
}

function facts({ severity, languages, cwe }: RuleMeta): string {
  return [`${severity} at most`, languages.join(', '), ...cwe.map((number) => `CWE-${number}`)].join(' · ');
}

/** The document without its title, which is the rule's id. */
function documentOf({ id, summary, description }: RuleMeta): string {
  try {
    return readFileSync(ruleDocument(id), 'utf8').replace(/^# .*\n+/, '');
  } catch {
    return `${summary}.\n\n${description}`;
  }
}
