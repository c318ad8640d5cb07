/** From accesses to what people read: locations, call chains and a line of source. */
import { fileOf, locate } from '../../ir/index.js';
import type { Location, Program } from '../../ir/index.js';
import type { Site } from '../domain/access.js';
import type { Point } from '../hazard.js';

/** Text of a file, for quoting a line; nothing when it cannot be read. */
export type SourceText = (file: string) => string | undefined;

const MAX_CODE = 120;

export function locationOf(program: Program, site: Site): Location {
  const file = fileOf(site.function);
  const module = program.module(file);
  return module ? locate(file, module.lineStarts, site.at) : { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

export function pointOf(program: Program, source: SourceText, access: { readonly site: Site; readonly chain: readonly Site[]; readonly kind?: string; readonly locks?: readonly unknown[] }): Point {
  const calls = access.chain.filter((call) => !call.function.startsWith('#')).map((call) => locationOf(program, call));
  return {
    location: locationOf(program, access.site), calls, code: codeAt(source, access.site), kind: access.kind ?? 'operation',
    guardedByLock: (access.locks?.length ?? 0) > 0,
  };
}

/** A place in a file that is no code. */
export function pointAt(source: SourceText, location: Location): Point {
  const line = source(location.file)?.split(/\r\n|[\r\n]/, location.line)[location.line - 1] ?? '';
  return { location, calls: [], code: shortened(line), kind: 'declare', guardedByLock: false };
}

function codeAt(source: SourceText, site: Site): string {
  return shortened(source(fileOf(site.function))?.slice(site.at.start, site.at.end) ?? '');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_CODE ? `${line.slice(0, MAX_CODE - 1)}…` : line;
}

/** Order of points in reports: by file and position. */
export function comparePoints(a: Point, b: Point): number {
  return a.location.file < b.location.file ? -1 : a.location.file > b.location.file ? 1
    : a.location.line - b.location.line || a.location.column - b.location.column;
}
