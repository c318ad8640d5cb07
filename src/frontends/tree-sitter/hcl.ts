/** Terraform's configuration language, which is no program: it is parsed here and understood by the inventory. */
import { loadGrammar } from './grammar.js';
import { parseTree, type ParsedFile } from './parse.js';

/** Parses text of the language; `file` is a name for the problems. */
export function parseHcl(text: string, file: string): ParsedFile {
  return parseTree(loadGrammar('hcl'), text, file);
}
