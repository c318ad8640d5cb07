/** The Markdown of our own rule documents as text for a terminal: headings, paragraphs, lists, code blocks. */
import { labelled, plain, prose, type Page } from '../report/terminal/page.js';

const FENCE = /^```/;
const HEADING = /^#+\s+(.*)$/;
const ITEM = /^(\s*)(?:[-*]|\d+\.)\s+(.*)$/;
const TABLE = /^\s*\|/;

/** The lines of `markdown` on `page`. */
export function readable(page: Page, markdown: string): readonly string[] {
  const lines: string[] = [];
  let paragraph = '';
  let label = '';
  const endParagraph = (): void => {
    if (paragraph !== '') lines.push(...(label === '' ? prose(page, withoutLinks(paragraph), '') : labelled(page, label, withoutLinks(paragraph), plain)));
    paragraph = '';
    label = '';
  };
  let inCode = false;
  for (const line of markdown.trimEnd().split(/\r?\n/)) {
    const item = ITEM.exec(line);
    const heading = HEADING.exec(line);
    if (FENCE.test(line)) {
      endParagraph();
      inCode = !inCode;
    } else if (inCode) lines.push(line === '' ? '' : page.chalk.cyan(`    ${line}`));
    else if (line.trim() === '') {
      endParagraph();
      if (lines.at(-1) !== '') lines.push('');
    } else if (heading) {
      endParagraph();
      lines.push(page.chalk.bold((heading[1] ?? '').toUpperCase()));
    } else if (TABLE.test(line)) {
      endParagraph();
      lines.push(withoutLinks(line));
    } else if (item) {
      endParagraph();
      label = `${item[1] ?? ''}- `;
      paragraph = item[2] ?? '';
    } else paragraph = paragraph === '' ? line.trim() : `${paragraph} ${line.trim()}`;
  }
  endParagraph();
  return lines;
}

/** Addresses stand beside their text; links inside the repository lead nowhere from here. Emphasis is dropped. */
function withoutLinks(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, (_, name: string, address: string) => (name === address ? address : `${name} (${address})`))
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1');
}
