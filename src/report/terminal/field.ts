/** A labelled piece of prose, the form that most of the terminal report has. */
import { visible } from '../escape.js';
import { labelled, type Page, type Style } from './page.js';

const INDENT = '  ';
const LABEL_WIDTH = 14;
/** Where the text after a label begins. */
export const LABEL_END = INDENT.length + LABEL_WIDTH + 1;

/** `  Label         text`. */
export function field(page: Page, label: string, text: string, style?: Style): readonly string[] {
  return labelled(page, fieldLabel(label), visible(text), style, page.chalk.dim);
}

export function fieldLabel(label: string): string {
  return `${INDENT}${label.padEnd(LABEL_WIDTH)} `;
}
