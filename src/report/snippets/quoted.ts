/** Texts of audited code as values of a snippet: nothing in them ends the value, is replaced in it, or hides. */
import { visibleJson } from '../escape.js';

const PLAIN_YAML = /^[A-Za-z./][\w./-]*$/;
const WORDS_OF_YAML = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/** A string literal of JavaScript and JSON, which YAML takes too. */
export function quoted(text: string): string {
  return visibleJson(text).trimEnd();
}

export function yamlText(text: string): string {
  return PLAIN_YAML.test(text) && !WORDS_OF_YAML.test(text) ? text : quoted(text);
}

/** `${` and `%{` begin a template in Terraform. */
export function terraformText(text: string): string {
  return quoted(text).replace(/[$%](?=\{)/g, '$&$&');
}
