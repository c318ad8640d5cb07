import { describe, expect, it } from 'vitest';
import {
  ancestorOfType, descendants, descendantsUnless, leftChain, loadGrammar, MAX_TEXT_LENGTH, parseTree,
  type GrammarName, type SyntaxNode,
} from './index.js';

const NAMES: readonly GrammarName[] = ['python', 'java', 'c-sharp', 'hcl'];
const SAMPLES: Readonly<Record<GrammarName, string>> = {
  python: '# naïve 𝒳\ndef handler(event, context):\n    return cache["漢"] + event\n',
  java: '/* naïve 𝒳 */ class Orders { String name = "漢" + other; }\n',
  'c-sharp': '// naïve 𝒳\nclass Orders { string Name = "漢" + Other; }\n',
  hcl: '# naïve 𝒳\nname = "漢" == other\n',
};
const EXPRESSIONS: Readonly<Record<GrammarName, (expression: string) => string>> = {
  python: (expression) => `x = ${expression}\n`,
  java: (expression) => `class A { int x = ${expression}; }`,
  'c-sharp': (expression) => `class A { int x = ${expression}; }`,
  hcl: (expression) => `x = ${expression}\n`,
};

function parse(name: GrammarName, text: string): ReturnType<typeof parseTree> {
  return parseTree(loadGrammar(name), text, `sample.${name}`);
}

function find(root: SyntaxNode, type: string): SyntaxNode {
  for (const node of descendants(root)) if (node.type === type) return node;
  throw new Error(`no ${type}`);
}

describe.each(NAMES)('the %s grammar', (name) => {
  it('is loaded once', () => {
    expect(loadGrammar(name)).toBe(loadGrammar(name));
  });

  it('parses without problems, with offsets in UTF-16 code units', () => {
    const { root, problems } = parse(name, SAMPLES[name]);
    expect(problems).toEqual([]);
    expect(root.hasError).toBe(false);
    const strings = [...descendants(root)].filter((node) => node.text === '"漢"');
    expect(strings.length).toBeGreaterThan(0);
    for (const node of descendants(root)) {
      expect(node.text).toBe(SAMPLES[name].slice(node.start, node.end));
      for (const child of node.children) expect(child.parent).toBe(node);
    }
  });

  it('copies exactly what the parser says', () => {
    const grammar = loadGrammar(name);
    const text = `${SAMPLES[name]}\n@ ( broken`;
    const expected = grammar.withTree(text, () => true, (tree) => {
      const cursor = tree.walk();
      const nodes: unknown[] = [];
      for (let i = 0, count = tree.rootNode.descendantCount; i < count; i++) {
        cursor.gotoDescendant(i);
        nodes.push([
          cursor.nodeType, cursor.nodeIsNamed, cursor.currentFieldName ?? undefined, cursor.startIndex, cursor.endIndex,
          cursor.nodeIsMissing, cursor.currentNode.isExtra && cursor.nodeIsNamed && cursor.nodeType !== 'ERROR',
        ]);
      }
      cursor.delete();
      return nodes;
    });
    const copied = [...descendants(parse(name, text).root)].map((node) => [
      node.type, node.named, node.field, node.start, node.end, node.isMissing, node.isTrivia,
    ]);
    expect(copied).toEqual(expected);
  });

  it('names syntax errors by line and keeps what is around them', () => {
    const { root, problems } = parse(name, `${SAMPLES[name]}\n\n) ) (\n`);
    expect(root.hasError).toBe(true);
    expect(problems[0]).toMatchObject({ kind: 'syntax-error', file: `sample.${name}`, line: expect.any(Number) });
    expect([...descendants(root)].some((node) => node.text === '"漢"')).toBe(true);
  });

  it('cuts off what is nested too deeply and says so', () => {
    const depth = 10_000;
    const { root, problems } = parse(name, EXPRESSIONS[name](`${'('.repeat(depth)}1${')'.repeat(depth)}`));
    expect(problems).toMatchObject([{ kind: 'too-deep', line: 1 }]);
    const cut = find(root, 'TOO_DEEP');
    expect(cut.children).toEqual([]);
    expect(cut.text.startsWith('(')).toBe(true);
  });

  it.each([
    ['open brackets', '('.repeat(100_000)],
    ['closing brackets', ')'.repeat(100_000)],
    ['mixed brackets', '([{'.repeat(50_000)],
    ['signs', '- '.repeat(100_000)],
    ['quotes', `"'`.repeat(50_000)],
    ['zeros', '\0'.repeat(10_000)],
    ['lambdas, which exhaust the stack', 'x=>'.repeat(100_000)],
    ['type arguments, which exhaust the memory', 'a<'.repeat(150_000)],
    ['lone surrogates', '\ud83d'.repeat(10_000)],
  ])('survives %s', (_, text) => {
    const { root, problems } = parse(name, EXPRESSIONS[name](text));
    expect(root).toBeDefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(10);
    expect(parse(name, SAMPLES[name]).problems).toEqual([]);
  });

  it('passes over a file that is too large', () => {
    const { root, problems } = parse(name, 'a'.repeat(MAX_TEXT_LENGTH + 1));
    expect(root.children).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'too-large' }]);
  });
});

describe('SyntaxNode', () => {
  it('gives children by field and type, without comments', () => {
    const { root } = parse('python', 'def f(a, b):  # why\n    return a\n');
    const definition = find(root, 'function_definition');
    expect(definition.child('name')?.text).toBe('f');
    expect(definition.child('return_type')).toBeUndefined();
    expect(definition.namedChildren.map((node) => node.type)).toEqual(['identifier', 'parameters', 'block']);
    expect(definition.childOfType('comment')?.isTrivia).toBe(true);
    expect(definition.child('parameters')?.childrenOfType('identifier').map((node) => node.text)).toEqual(['a', 'b']);
  });

  it('gives all children of a repeated field', () => {
    const { root } = parse('python', 'from m import a, b as c\n');
    expect(find(root, 'import_from_statement').childrenIn('name').map((node) => node.text)).toEqual(['a', 'b as c']);
  });

  it('finds ancestors and stops at functions', () => {
    const { root } = parse('python', 'def f():\n    def g():\n        return x\n    return y\n');
    const x = [...descendants(root)].find((node) => node.text === 'x')!;
    expect(ancestorOfType(x, 'function_definition')?.child('name')?.text).toBe('g');
    const outer = find(root, 'function_definition');
    const inside = [...descendantsUnless(outer, (node) => node !== outer && node.type === 'function_definition')];
    expect(inside.filter((node) => node.type === 'return_statement').map((node) => node.text)).toEqual(['return y']);
  });

  it('unrolls left-nested chains', () => {
    const { root } = parse('java', 'class A { int x = a + b + c; }');
    const chain = leftChain(find(root, 'binary_expression'), 'left');
    expect(chain.map((node) => node.text)).toEqual(['a + b', 'a + b + c']);
  });

  it('marks tokens that the parser invented', () => {
    const { root, problems } = parse('java', 'class A { int x = 1 }');
    const missing = [...descendants(root)].filter((node) => node.isMissing);
    expect(missing.map((node) => [node.type, node.text])).toEqual([[';', '']]);
    expect(problems).toEqual([
      { kind: 'syntax-error', file: 'sample.java', line: 1, message: 'syntax error: ; is missing here' },
    ]);
  });
});
