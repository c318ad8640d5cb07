/** Functions that Chalice's decorators declare. */
import type { Annotation, Location } from '../../../ir/index.js';
import type { CodeBase } from '../../conventions/index.js';
import { locationOf } from '../../conventions/members.js';
import { filesBelow } from '../../files/files-below.js';

/** A decorated function. */
export interface Decorated {
  /** The decorator: `route`, `on_sqs_message`. */
  readonly kind: string;
  /** As Chalice calls the function. */
  readonly name: string;
  /** As its handler names it: `app.resize`, `chalicelib.jobs.resize`. */
  readonly handler: string;
  readonly annotation: Annotation;
  /** The decorator as it is written. */
  readonly text: string;
  readonly at: Location;
  /** The name that it is given is computed: another function may be called so, or several. */
  readonly isNameUnknown: boolean;
}

/** aws.github.io/chalice/api */
const DECORATOR = /\.(?<kind>route|lambda_function|schedule|authorizer|on_(?:s3_event|sns_message|sqs_message|cw_event|kinesis_record|dynamodb_record|ws_connect|ws_message|ws_disconnect))$/;
const MAX_TEXT = 2000;

/** In the order of files and lines: those of `app.py` first. */
export function decoratedIn(folder: string, code: CodeBase): readonly Decorated[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const files = [`${prefix}app.py`, ...filesBelow(code.project.files, `${prefix}chalicelib`).filter((file) => file.endsWith('.py'))];
  return files.flatMap((file) => decoratedInFile(file, file.slice(prefix.length).replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.'), code));
}

/** An application may be of a class of its own, which another file derives. */
function importsChalice(file: string, { program }: CodeBase): boolean {
  return program.index(file)?.libraries.some((library) => /^chalice\b/.test(library)) === true;
}

function decoratedInFile(file: string, module: string, code: CodeBase): readonly Decorated[] {
  const index = code.project.has(file) ? code.program.index(file) : undefined;
  if (!index || ![file, ...index.imports].some((each) => importsChalice(each, code))) return [];
  const source = code.project.read(file) ?? '';
  return index.functions.filter((fn) => fn.owner === undefined && fn.enclosing === undefined).flatMap((fn) => fn.annotations.flatMap((annotation) => {
    const kind = DECORATOR.exec(annotation.name)?.groups?.['kind'];
    if (kind === undefined) return [];
    const given = annotation.args.find(({ name }) => name === 'name')?.value;
    const text = source.slice(annotation.at.start, Math.min(annotation.at.end, annotation.at.start + MAX_TEXT));
    return [{
      kind, annotation, isNameUnknown: typeof given !== 'string' && /\bname\s*=/.test(text), name: typeof given === 'string' ? given : fn.name, handler: `${module}.${fn.name}`,
      text, at: locationOf(code, file, fn.at),
    }];
  }));
}
