/** A file of Terraform's language, `.tf` or `.tf.json`, as a tree. */
import type { Location, Problem } from '../../../../ir/index.js';
import type { ParseHcl } from '../../../programs.js';
import { parseTemplate, type MapNode } from '../../document.js';
import { attributesOfJson, bodyOfJson } from './from-json.js';
import { bodyOfSyntax, expressionOfText } from './from-syntax.js';
import type { Body, Expression } from './tree.js';

export interface ParsedConfiguration {
  readonly body: Body;
  readonly problems: readonly Problem[];
}

/** Longer texts with expressions are no names or paths. */
const MAX_TEXT = 4000;
const NOTHING: Body = { attributes: new Map(), blocks: [] };

/** Parses the text of `file`; in `.json` files of variables everything is an attribute. */
export function parseConfiguration(file: string, text: string, parseHcl: ParseHcl): ParsedConfiguration {
  if (!file.endsWith('.json')) {
    const { root, problems } = parseHcl(text, file);
    return { body: bodyOfSyntax(root, text, file), problems };
  }
  const { root, problem } = parseTemplate(file, text);
  if (root?.kind !== 'map') return { body: NOTHING, problems: problem ? [problem] : [] };
  const readText = (written: string, at: Location): Expression => (written.length > MAX_TEXT ? { kind: 'opaque', reason: 'a text that is too long', at } : expressionOfText(written, at, parseHcl));
  return { body: bodyOf(file, root, readText), problems: [] };
}

function bodyOf(file: string, root: MapNode, readText: (text: string, at: Location) => Expression): Body {
  return file.endsWith('.tfvars.json') ? { attributes: attributesOfJson(root, readText), blocks: [] } : bodyOfJson(root, readText);
}
