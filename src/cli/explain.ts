/** `reentrant rules` and `reentrant explain RULE`. */
import { readFileSync } from 'node:fs';
import { CATALOGUE } from '../../rules/catalogue.js';
import { ruleDocument } from '../assets.js';
import type { RuleMeta } from '../findings/finding.js';
import { openPage } from '../report/terminal/page.js';
import type { Io } from './main.js';
import { readable } from './markdown.js';
import { screenOf } from './screen.js';
import { UserError } from './user-error.js';

export function listRules(io: Io): number {
  const rules = CATALOGUE.map(({ meta }) => meta).sort((a, b) => (a.id < b.id ? -1 : 1));
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, severity, summary } of rules) io.stdout.write(`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`);
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
