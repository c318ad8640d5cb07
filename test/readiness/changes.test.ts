import { expect, test } from 'vitest';
import type { Confidence, Family, Finding, Severity } from '../../src/findings/finding.js';
import { changesFor, type Scored } from '../../src/readiness/changes.js';
import { scoreOf } from '../../src/readiness/score.js';
import { findingAt } from '../findings/finding-example.js';
import { randomFrom } from './random.js';

function scored(id: string, findings: readonly Finding[], gaps: readonly string[] = []): Scored {
  return { id, name: id, findings, gaps };
}

const error = findingAt('a', 1, { confidence: 'certain', subject: 'total' });
const warning = findingAt('a', 2, { severity: 'warning', family: 'blocking', subject: 'readFileSync', rule: 'event-loop-block' });
const note = findingAt('a', 3, { severity: 'note', subject: 'names' });

test('the best change comes first, and those after it are tried with it done', () => {
  expect(changesFor([scored('F', [note, warning, error])]).map(({ what, score }) => [what, score])).toEqual([
    ['fix `total` (lost-update, a:1)', 93], ['fix `readFileSync` (event-loop-block, a:2)', 99], ['fix `names` (lost-update, a:3)', 100],
  ]);
});

test('several findings of one family are one change where each alone gains nothing', () => {
  const errors = [1, 2, 3].map((line) => findingAt('a', line, { confidence: 'certain' }));
  expect(changesFor([scored('F', errors)])).toEqual([{ what: 'fix the 3 findings of the family shared-state-race', findings: ['a:1', 'a:2', 'a:3'], functions: ['F'], score: 100 }]);
});

test('what is not understood is a change', () => {
  expect(changesFor([scored('F', [], ['only 52 % of its calls and receivers were understood'])])).toEqual([
    { what: 'make its code understood: only 52 % of its calls and receivers were understood', findings: [], functions: ['F'], score: 100 },
  ]);
});

test('of a repository, what many functions share weighs most', () => {
  const own = findingAt('b', 1, { confidence: 'certain', family: 'tmp-path-collision', subject: '/tmp/out' });
  const [first] = changesFor([scored('A', [error]), scored('B', [error]), scored('C', [own]), scored('D', [])]);
  expect(first).toMatchObject({ findings: ['a:1'], functions: ['A', 'B'], score: 87.2 });
});

test('nothing is left to do', () => {
  expect(changesFor([scored('F', [])])).toEqual([]);
  expect(changesFor([])).toEqual([]);
});

test('each change is worth what it says, and no other is worth more', () => {
  const random = randomFrom(9);
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  const confidences: readonly Confidence[] = ['certain', 'likely', 'possible'];
  const families: readonly Family[] = ['shared-state-race', 'blocking', 'unsafe-pool', 'tmp-path-collision'];
  for (let round = 0; round < 300; round++) {
    const findings = Array.from({ length: random.below(9) }, (_, line) => findingAt('a', line, { severity: random.pick(severities), confidence: random.pick(confidences), family: random.pick(families) }));
    const gaps = random.below(2) === 0 ? [] : ['a limit of the analysis cut something off'];
    const changes = changesFor([scored('F', findings, gaps)]);
    expect(changes.length).toBeLessThanOrEqual(3);
    let left = findings;
    let proven = gaps.length === 0;
    for (const { findings: gone, score } of changes) {
      const bestSingle = Math.max(0, ...left.map((one) => scoreOf(left.filter((other) => other !== one), proven)));
      left = left.filter(({ fingerprint }) => !gone.includes(fingerprint));
      if (gone.length === 0) proven = true;
      expect(score).toBe(scoreOf(left, proven));
      expect(score).toBeGreaterThanOrEqual(bestSingle);
    }
  }
});
