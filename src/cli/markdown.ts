/** The Markdown of our own rule documents as text for a terminal: headings, paragraphs, lists, tables, code blocks. */
import { labelled, prose, type Page } from '../report/terminal/page.js';

type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly label: string; readonly text: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] };

const FENCE = /^```/;
const HEADING = /^#+\s+(.*)$/;
const ITEM = /^(\s*)(?:[-*]|\d+\.)\s+(.*)$/;
const ROW = /^\s*\|(.*)\|\s*$/;
const BELOW_TABLE_HEAD = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** The lines of `markdown` on `page`. */
export function readable(page: Page, markdown: string): readonly string[] {
  const blocks = blocksOf(markdown.trimEnd().split(/\r?\n/));
  return blocks.flatMap((block, index) => {
    const continuesList = block.kind === 'item' && blocks[index - 1]?.kind === 'item';
    return [...(index === 0 || continuesList ? [] : ['']), ...blockLines(page, block)];
  });
}

function blockLines(page: Page, block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading': return [page.chalk.bold(block.text.toUpperCase())];
    case 'paragraph': return prose(page, inline(block.text), '');
    case 'item': return labelled(page, block.label, inline(block.text));
    case 'code': return block.lines.map((line) => (line === '' ? '' : page.chalk.cyan(`    ${line}`)));
  }
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let continues = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const last = blocks.at(-1);
    if (FENCE.test(line)) {
      const end = lines.findIndex((other, at) => at > index && FENCE.test(other));
      const next = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', lines: lines.slice(index + 1, next) });
      index = next;
      continues = false;
    } else if (continues && last && 'text' in last && !startsBlock(line)) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
    } else {
      const block = BELOW_TABLE_HEAD.test(lines[index + 1] ?? '') ? undefined : blockOf(line);
      if (block) blocks.push(block);
      continues = block?.kind === 'paragraph' || (block?.kind === 'item' && !ROW.test(line));
    }
  }
  return blocks;
}

function startsBlock(line: string): boolean {
  return line.trim() === '' || HEADING.test(line) || ITEM.test(line) || ROW.test(line);
}

/** A row of a table becomes an item: columns are too wide for a terminal. */
function blockOf(line: string): Block | undefined {
  if (line.trim() === '' || BELOW_TABLE_HEAD.test(line)) return undefined;
  const [, heading] = HEADING.exec(line) ?? [];
  if (heading !== undefined) return { kind: 'heading', text: heading };
  const [, indent = '', item] = ITEM.exec(line) ?? [];
  if (item !== undefined) return { kind: 'item', label: `${indent}- `, text: item };
  const [, row] = ROW.exec(line) ?? [];
  if (row !== undefined) return { kind: 'item', label: '- ', text: row.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '').join(': ') };
  return { kind: 'paragraph', text: line.trim() };
}

/** Addresses stand beside their text; links inside the repository lead nowhere from here. Emphasis is dropped. */
function inline(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, (_, name: string, address: string) => (name === address ? address : `${name} (${address})`))
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1');
}
