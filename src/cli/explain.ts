/** `reentrant rules` and `reentrant explain RULE`. */
import { CATALOGUE } from '../../rules/catalogue.js';
import type { Io } from './main.js';
import { UserError } from './user-error.js';

export function listRules(io: Io): number {
  const width = Math.max(...CATALOGUE.map((rule) => rule.meta.id.length));
  for (const { meta } of [...CATALOGUE].sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1))) io.stdout.write(`${meta.id.padEnd(width)}  ${meta.severity.padEnd(7)}  ${meta.summary}\n`);
  return 0;
}

export function explain(id: string, io: Io): number {
  const rule = CATALOGUE.find((candidate) => candidate.meta.id === id);
  if (!rule) throw new UserError(`There is no rule "${id}".`, 'reentrant rules lists them.');
  const { meta } = rule;
  io.stdout.write(`${meta.id} (${meta.family}, at most ${meta.severity}; ${meta.languages.join(', ')})\n\n${meta.summary}.\n\n${meta.description}\n`);
  return 0;
}
