/** Literals and the constants that declarations give. */
import type { SyntaxNode } from '../tree-sitter/index.js';
import { firstPart } from './syntax.js';

/** The value of a literal; nothing for what is none, or is no number that a double holds exactly. */
export function literalOf(node: SyntaxNode): string | number | boolean | null | undefined {
  switch (node.type) {
    case 'null_literal': return null;
    case 'boolean_literal': return node.text === 'true';
    case 'integer_literal':
    case 'real_literal': return numberOf(node.text);
    case 'character_literal':
    case 'string_literal': return node.namedChildren.map(piece).join('');
    case 'verbatim_string_literal': return verbatim(node.text);
    case 'raw_string_literal': return node.childrenOfType('raw_string_content').map((content) => content.text).join('').replace(/^\r?\n|\r?\n[ \t]*$/gu, '');
    case 'prefix_unary_expression': return negative(node);
    default: return undefined;
  }
}

function negative(node: SyntaxNode): number | undefined {
  const operand = firstPart(node);
  const value = node.children[0]?.type === '-' && operand !== undefined && /_literal$/u.test(operand.type) ? literalOf(operand) : undefined;
  return typeof value === 'number' ? -value : undefined;
}

function numberOf(text: string): number | undefined {
  const plain = text.replaceAll('_', '').toLowerCase();
  const isHexadecimal = plain.startsWith('0x');
  const value = Number(isHexadecimal ? plain.replace(/[ul]+$/u, '') : plain.replace(/[fdmul]+$/u, ''));
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value)) ? value : undefined;
}

function verbatim(text: string): string {
  return text.replace(/^@"|"$/gu, '').replaceAll('""', '"');
}

/** What a piece of a text literal stands for. */
export function piece(node: SyntaxNode): string {
  if (node.type === 'string_literal_encoding') return '';
  return node.type === 'escape_sequence' ? unescaped(node.text) : node.text;
}

const ESCAPES: ReadonlyMap<string, string> = new Map(Object.entries({ n: '\n', t: '\t', r: '\r', 0: '\0', a: '\x07', b: '\b', f: '\f', v: '\v', e: '\x1b' }));

function unescaped(text: string): string {
  const code = /^\\[uUx]([0-9a-fA-F]+)$/u.exec(text)?.[1];
  if (code !== undefined) {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : text;
  }
  const rest = text.slice(1);
  return ESCAPES.get(rest) ?? rest;
}
