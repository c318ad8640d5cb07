/** Texts of string literals. */
import type { SyntaxNode } from '../tree-sitter/index.js';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', 0: '\0', '\\': '\\', "'": "'", '"': '"', '\n': '',
};

/** The characters that `raw`, the source between the quotes, stands for. */
function unescape(raw: string): string {
  return raw.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([\s\S]))/g, (whole: string, hex?: string, wide?: string, one?: string) =>
    hex !== undefined || wide !== undefined ? String.fromCharCode(parseInt(hex ?? wide ?? '', 16)) : (ESCAPES[one ?? ''] ?? whole));
}

/** A part of a string: characters, or an expression between braces. */
export type TextPart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value'; readonly node: SyntaxNode };

/** The parts of a string literal or of several that stand side by side. */
export function partsOf(node: SyntaxNode): readonly TextPart[] {
  const strings = node.type === 'concatenated_string' ? node.childrenOfType('string') : [node];
  const parts: TextPart[] = [];
  for (const part of strings.flatMap(partsOfString)) {
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
    else if (part.kind === 'value' || part.text !== '') parts.push(part);
  }
  return parts;
}

function partsOfString(node: SyntaxNode): readonly TextPart[] {
  const prefix = (node.childOfType('string_start')?.text ?? '').toLowerCase();
  const isRaw = prefix.includes('r');
  const isFormatted = /[ft]/.test(prefix.replace(/['"].*/, ''));
  return node.children.flatMap((child): readonly TextPart[] => {
    if (child.type === 'string_content') {
      const text = isFormatted ? child.text.replaceAll('{{', '{').replaceAll('}}', '}') : child.text;
      return [{ kind: 'text', text: isRaw ? text : unescape(text) }];
    }
    if (child.type === 'interpolation') {
      const value = child.child('expression');
      return value === undefined ? [] : [{ kind: 'value', node: value }];
    }
    return [];
  });
}

/** The text of a string literal without expressions in it. */
export function literalText(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined || (node.type !== 'string' && node.type !== 'concatenated_string')) return undefined;
  const parts = partsOf(node);
  if (parts.length === 0) return '';
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'text' ? only.text : undefined;
}

/** The number, where a double can hold it. */
export function numberOf(text: string): number | undefined {
  const plain = text.replaceAll('_', '').replace(/^0+(?=\d+$)/, '');
  const value = Number(/^0[xob]/i.test(plain) ? plain : plain.replace(/[lL]$/, ''));
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value)) ? value : undefined;
}

/** A literal's value, as far as it is one atom. */
export function constantOf(node: SyntaxNode | undefined): string | number | boolean | null | undefined {
  switch (node?.type) {
    case 'none': return null;
    case 'true': return true;
    case 'false': return false;
    case 'integer':
    case 'float': return numberOf(node.text);
    case 'unary_operator': {
      const value = node.text.startsWith('-') ? constantOf(node.child('argument')) : undefined;
      return typeof value === 'number' ? -value : undefined;
    }
    default: return literalText(node);
  }
}

/** A piece of a `%` or `.format` text: characters, or the place of an argument. */
export type FormatPart = { readonly text: string } | { readonly index: number } | { readonly key: string };

/** `"%s/%(name)s"` taken apart; nothing when widths come from arguments. */
export function percentParts(format: string): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = [];
  const expression = /%(?:\(([^)]*)\))?[#0\- +]*(\*|\d+)?(?:\.(\*|\d+))?[hlL]?([a-zA-Z%])/g;
  let end = 0;
  let index = 0;
  for (const match of format.matchAll(expression)) {
    const [whole, key, width, precision, type] = match;
    if (width === '*' || precision === '*') return undefined;
    if (match.index > end) parts.push({ text: format.slice(end, match.index) });
    end = match.index + whole.length;
    if (type === '%') parts.push({ text: '%' });
    else parts.push(key === undefined ? { index: index++ } : { key });
  }
  if (end < format.length) parts.push({ text: format.slice(end) });
  return parts;
}

/** `"{}/{name}"` taken apart; nothing when a field looks into its argument. */
export function braceParts(format: string): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = [];
  const expression = /\{\{|\}\}|\{([^{}!:]*)(?:![rsa])?(?::[^{}]*)?\}/g;
  let end = 0;
  let index = 0;
  for (const match of format.matchAll(expression)) {
    const [whole, field] = match;
    if (match.index > end) parts.push({ text: format.slice(end, match.index) });
    end = match.index + whole.length;
    if (field === undefined) parts.push({ text: whole.charAt(0) });
    else if (field === '') parts.push({ index: index++ });
    else if (/^\d+$/.test(field)) parts.push({ index: Number(field) });
    else if (/^\w+$/.test(field)) parts.push({ key: field });
    else return undefined;
  }
  if (end < format.length) parts.push({ text: format.slice(end) });
  return parts;
}
