/** A project with the files that are written inside of its templates, and the way back from them to the templates. */
import type { SourceProject } from '../frontends/frontend.js';
import { cloudFormation } from './templates/cloudformation/reader.js';
import { inlineFiles, mayHoldCode, type InlineFile } from './templates/cloudformation/inline-code.js';

export interface InlineProject {
  readonly project: SourceProject;
  /** `value` with each place in a file of a template replaced by the place in the template. */
  readonly relocated: <T>(value: T) => T;
}

/** Adds the code in templates to `project`. */
export function withInlineCode(project: SourceProject): InlineProject {
  const candidates = project.files.filter((file) => cloudFormation.mayDeclare(file) && mayHoldCode(project.read(file) ?? ''));
  const inline = new Map(candidates.flatMap((file) => inlineFiles(file, project.read(file) ?? '')).map((each) => [each.file, each]));
  if (inline.size === 0) return { project, relocated: (value) => value };
  return {
    project: {
      root: project.root, files: [...project.files, ...inline.keys()].sort(),
      has: (file) => inline.has(file) || project.has(file),
      read: (file) => inline.get(file)?.text ?? project.read(file),
      problem: (file) => (inline.has(file) ? undefined : project.problem(file)),
    },
    relocated: (value) => relocate(value, inline),
  };
}

/** Copies data as far as places in it change. */
function relocate<T>(value: T, inline: ReadonlyMap<string, InlineFile>): T {
  if (Array.isArray(value)) return value.map((item: unknown) => relocate(item, inline)) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, relocate<unknown>(part, inline)]);
  const copy = Object.fromEntries(entries) as Record<string, unknown>;
  const source = typeof copy['file'] === 'string' && typeof copy['line'] === 'number' ? inline.get(copy['file']) : undefined;
  return (source ? { ...copy, ...placeIn(source, copy) } : copy) as T;
}

function placeIn({ template, lines }: InlineFile, place: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = (line: unknown) => lines[Math.min(lines.length, Number(line)) - 1] ?? { line: 1, columns: 0 };
  const [start, end] = [known(place['line']), known(place['endLine'] ?? place['line'])];
  return {
    file: template, line: start.line,
    ...(typeof place['column'] === 'number' ? { column: place['column'] + start.columns } : {}),
    ...(typeof place['endLine'] === 'number' ? { endLine: end.line } : {}),
    ...(typeof place['endColumn'] === 'number' ? { endColumn: place['endColumn'] + end.columns } : {}),
  };
}
