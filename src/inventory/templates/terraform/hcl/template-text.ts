/** The parts of a quoted text or heredoc: literal text, with its escapes read, and expressions. */
import type { SyntaxNode } from '../../../../frontends/tree-sitter/index.js';
import type { Expression } from './tree.js';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Nothing when the text has directives or strips white space, which is not computed. An expression that `convert` knows nothing of is left out. */
export function templateParts(node: SyntaxNode, convert: (expression: SyntaxNode) => Expression | undefined): readonly (string | Expression)[] | undefined {
  const { start, end, clean } = contentOf(node);
  const parts: (string | Expression)[] = [];
  let position = start;
  const addText = (until: number): void => {
    const text = clean(node.text.slice(position - node.start, until - node.start), parts.length === 0);
    if (text !== '') parts.push(text);
  };
  for (const child of node.children) {
    if (child.type === 'template_directive') return undefined;
    if (child.type !== 'template_interpolation') continue;
    if (child.childOfType('strip_marker') !== undefined) return undefined;
    addText(child.start);
    const expression = child.childOfType('expression');
    const value = expression && convert(expression);
    if (value !== undefined) parts.push(value);
    position = child.end;
  }
  addText(end);
  return parts;
}

interface Content {
  readonly start: number;
  readonly end: number;
  /** From the text as written to what it means. */
  readonly clean: (text: string, isFirst: boolean) => string;
}

function contentOf(node: SyntaxNode): Content {
  if (node.type !== 'heredoc_template') {
    const opened = node.childOfType('quoted_template_start');
    const closed = node.childOfType('quoted_template_end');
    return { start: opened?.end ?? node.start, end: closed?.start ?? node.end, clean: unescaped };
  }
  const [opening, closing] = node.childrenOfType('heredoc_identifier');
  const firstLine = node.text.indexOf('\n', (opening?.end ?? node.start) - node.start);
  const start = firstLine < 0 ? node.end : node.start + firstLine + 1;
  const end = Math.max(start, node.start + node.text.lastIndexOf('\n', (closing?.start ?? node.end) - node.start) + 1);
  const isIndented = node.text.startsWith('<<-');
  const margin = isIndented ? marginOf(node.text.slice(start - node.start, end - node.start)) : 0;
  const indentation = new RegExp(`(?<=\\n)[ \\t]{0,${margin}}`, 'g');
  return { start, end, clean: (text, isFirst) => withoutDoubled(margin === 0 ? text : text.slice(isFirst ? margin : 0).replace(indentation, '')) };
}

function marginOf(text: string): number {
  const indents = text.split('\n').filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents.slice(0, 10_000), 200);
}

function unescaped(text: string): string {
  const plain = text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs, (whole, short: string | undefined, long: string | undefined, letter: string | undefined) => {
    if (letter !== undefined) return ESCAPES[letter] ?? letter;
    const code = Number.parseInt(short ?? long ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return withoutDoubled(plain);
}

/** `$${` and `%%{` are no expressions. */
function withoutDoubled(text: string): string {
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}
