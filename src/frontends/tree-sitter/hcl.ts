/** Terraform's configuration language, which is no program: it is parsed here and understood by the inventory. */
import { loadGrammar } from './grammar.js';
import { parseTree, type ParsedFile } from './parse.js';

/** A parser whose grammar has been loaded; `file` is a name for the problems. */
export async function openHcl(): Promise<(text: string, file: string) => ParsedFile> {
  const grammar = await loadGrammar('hcl');
  return (text, file) => parseTree(grammar, text, file);
}
