import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../src/knowledge/index.js';
import type { LibraryFacts } from '../../src/knowledge/index.js';

const library: LibraryFacts = {
  library: 'shop',
  source: 'https://example.com',
  types: [
    { names: ['shop.Base'], concurrency: 'safe' },
    { names: ['shop.Loop'], concurrency: 'safe', extends: ['shop.Loop', 'shop.Base'] },
    { names: ['shop.Middle'], concurrency: 'safe', extends: ['shop.Other', 'shop.Base'] },
    { names: ['shop.*Client'], concurrency: 'safe', extends: ['shop.Middle'] },
    { names: ['shop.S3*'], concurrency: 'unsafe' },
  ],
  calls: [
    { names: ['*.toString'], harmless: true },
    { names: ['shop.Base.find'], effect: 'read' },
    { names: ['shop.Base.save'], effect: 'write' },
    { names: ['shop.Other.save'], effect: 'use' },
  ],
  symbols: [{ names: ['shop.Base.id'], text: 'x' }],
};

const scoped: LibraryFacts = { library: '@shop/client-*', source: 'https://example.com' };
const knowledge = createKnowledge([library, scoped]);

describe('knowledge', () => {
  it('finds a method at the nearest supertype, breadth first', () => {
    expect(knowledge.method('shop.Middle', 'save')?.effect).toBe('use');
    expect(knowledge.method('shop.Middle', 'find')?.effect).toBe('read');
    expect(knowledge.method('shop.Loop', 'find')?.effect).toBe('read');
    expect(knowledge.method('shop.Middle', 'nothing')).toBeUndefined();
  });

  it('falls back to methods of any type', () => {
    expect(knowledge.method('unheard.Of', 'toString')?.harmless).toBe(true);
  });

  it('follows supertypes in isA and for properties', () => {
    expect(knowledge.isA('shop.Middle', 'shop.Base')).toBe(true);
    expect(knowledge.isA('shop.Base', 'shop.Middle')).toBe(false);
    expect(knowledge.isA('unheard.Of', 'unheard.Of')).toBe(true);
    expect(knowledge.symbol('shop.Middle.id')?.text).toBe('x');
    expect(knowledge.symbol('shop')).toBeUndefined();
  });

  it('matches patterns within one segment, the most literal one first', () => {
    expect(knowledge.method('shop.OrderClient', 'save')?.effect).toBe('use');
    expect(knowledge.type('shop.S3Client')?.concurrency).toBe('safe');
    expect(knowledge.type('shop.S3Bucket')?.concurrency).toBe('unsafe');
    expect(knowledge.type('shop.inner.OrderClient')).toBeUndefined();
  });

  it('lets later facts win, so that users can correct what ships', () => {
    const corrected = createKnowledge([library, { ...library, types: [{ names: ['shop.Base'], concurrency: 'unsafe' }] }]);
    expect(corrected.type('shop.Base')?.concurrency).toBe('unsafe');
  });

  it('knows a library by its name and by what contains it', () => {
    expect(['shop', 'shop/sub', 'shop.inner', '@shop/client-s3'].map(knowledge.knowsLibrary)).toEqual([true, true, true, true]);
    expect(['shopping', '@shop', 'shoppe.shop'].map(knowledge.knowsLibrary)).toEqual([false, false, false]);
  });
});
