/**
 * Code that is written inside a template (`ZipFile`, `InlineCode`), as the file that CloudFormation makes of it, and the place
 * in the template of each of its lines.
 */
import type { TemplateNode } from '../document.js';
import { FUNCTION_TYPES } from '../declared-function.js';
import { parseTemplate } from '../document.js';
import { property, section, text } from './properties.js';
import { nameOf } from './resolve.js';
import { propertiesOf, resourcesOf, templateOf, type Resource, type Template } from './template.js';

/** A file that exists only in a template. */
export interface InlineFile {
  /** Below a folder with the template's name, one for each function: `template.yaml/Orders/index.py`. */
  readonly file: string;
  readonly template: string;
  readonly text: string;
  /** By line of the code: the line of the template, and the columns before the code in it. */
  readonly lines: readonly { readonly line: number; readonly columns: number }[];
}

/** Whether a template may hold code, seen without parsing it. */
export function mayHoldCode(source: string): boolean {
  return /\b(?:ZipFile|InlineCode)\b/.test(source);
}

/** The folder of a function's code that is written in its template. */
export function inlineFolder(template: string, logicalId: string): string {
  return `${template}/${logicalId}`;
}

/** What CloudFormation names the file: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html */
const FILES: readonly (readonly [runtime: RegExp, name: string])[] = [[/^nodejs/, 'index.js'], [/^python/, 'index.py']];

/** The files written in a template. Never throws. */
export function inlineFiles(file: string, source: string): readonly InlineFile[] {
  const { root } = parseTemplate(file, source);
  const template = root && templateOf(file, root);
  if (!template) return [];
  const sourceLines = source.split(/\r\n|[\r\n]/);
  return resourcesOf(template, (type) => FUNCTION_TYPES.has(type)).flatMap((resource) => inlineFileOf(template, resource, sourceLines) ?? []);
}

function inlineFileOf(template: Template, resource: Resource, sourceLines: readonly string[]): InlineFile | undefined {
  const properties = propertiesOf(template, resource);
  const runtime = text(properties, 'Runtime')?.value ?? '';
  const name = FILES.find(([runtimes]) => runtimes.test(runtime))?.[1];
  const node = property(properties, 'InlineCode') ?? property(section(properties, 'Code'), 'ZipFile');
  const lines = node && codeLines(node, sourceLines);
  if (name === undefined || !lines) return undefined;
  return { file: `${inlineFolder(template.file, resource.logicalId)}/${name}`, template: template.file, text: lines.map((line) => line.text).join('\n'), lines };
}

interface CodeLine {
  readonly text: string;
  readonly line: number;
  readonly columns: number;
}

/** A literal, one that `Sub` fills in, or lines that are joined. */
function codeLines(node: TemplateNode, sourceLines: readonly string[]): readonly CodeLine[] | undefined {
  if (node.kind === 'scalar') return linesOfScalar(nameOf(node) ?? '', node, sourceLines);
  return node.kind === 'intrinsic' ? linesOfIntrinsic(node.name, node.argument(), sourceLines) : undefined;
}

function linesOfIntrinsic(name: string, argument: TemplateNode, sourceLines: readonly string[]): readonly CodeLine[] | undefined {
  const [first, second] = argument.kind === 'list' ? argument.items() : [argument];
  if (name === 'Sub') return first && codeLines(first, sourceLines)?.map((line) => ({ ...line, text: filledIn(line.text) }));
  if (name !== 'Join' || nameOf(first) !== '\n' || second?.kind !== 'list') return undefined;
  const items = second.items().map((item) => (item.kind === 'scalar' ? linesOfScalar(nameOf(item) ?? '', item, sourceLines) : undefined));
  return items.includes(undefined) ? undefined : items.flatMap((lines) => lines ?? []);
}

/** What `Sub` fills in, as a name of the same length: the code must parse, and in a text any constant will do. */
function filledIn(text: string): string {
  return text.replaceAll(/\$\{(!?)([^}]*)\}/g, (whole, escape: string, inner: string) => (escape ? `\${${inner}}` : whole.replaceAll(/\W/g, '_')));
}

/** A literal block has its lines below its head; of anything else only the beginning is known. */
function linesOfScalar(value: string, { at }: TemplateNode, sourceLines: readonly string[]): readonly CodeLine[] {
  const isBlock = /[|][-+\d]*\s*(?:#.*)?$/.test(sourceLines[at.line - 1] ?? '');
  return value.split('\n').map((text, index) => {
    if (!isBlock) return { text, line: at.line, columns: index === 0 ? at.column : at.column - 1 };
    const line = at.line + 1 + index;
    const written = sourceLines[line - 1] ?? '';
    return { text, line, columns: Math.max(0, indentOf(written) - indentOf(text)) };
  });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
