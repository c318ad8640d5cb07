import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../src/knowledge/index.js';
import type { LibraryFacts } from '../../src/knowledge/index.js';
import { boundsIn, factsFor, holdingBounds } from '../../src/knowledge/versions.js';

const facts: readonly LibraryFacts[] = [{
  library: 'shop', source: 'https://example.com',
  calls: [
    { names: ['shop.Till.add'], harmless: true },
    { names: ['shop.Till.add'], below: { package: 'shop', version: '3.1.0' }, effect: 'use' },
  ],
}];

function effectWith(written: string | undefined): string | undefined {
  const bounds = holdingBounds(boundsIn(facts), (name) => (name === 'shop' ? written : undefined));
  return createKnowledge(factsFor(facts, bounds)).method('shop.Till', 'add')?.effect;
}

describe('facts about older versions', () => {
  it.each(['3.0.9', '=2.9', '==3.0', 'v1.0.0', '3.1.0-beta.2', '^2.4.0', '~3.0.4', '~=2.4', '~=3.0.1', '2.*', '3.0.x', '>=2,<3', '<=3.0.9', '[1.0,3.1.0)', '[3.0.5]', '1.x', '==3.0.*'])('hold for %s', (written) => {
    expect(effectWith(written)).toBe('use');
  });

  it.each([undefined, '', '3.1.0', '3.1.0.1', '10.0', '^3.0.0', '~3.1', '~=3.0', '3.*', '*', 'latest', '>=2', '[1.0,3.1.0]', '<4', '<=3.1.0', '1.x || 4.x', '<3 || >4', '$(TillVersion)', 'workspace:*', 'file:../till'])('do not hold for %s', (written) => {
    expect(effectWith(written)).toBeUndefined();
  });
});
