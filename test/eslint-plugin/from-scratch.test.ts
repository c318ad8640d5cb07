/** What is kept between two edits changes nothing: after any of them a project that was open all the time finds what a new one does. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parser } from 'typescript-eslint';
import { CATALOGUE } from '../../rules/catalogue.js';
import { openEditorProject, type EditorOptions, type EditorProject } from '../../src/editor/index.js';
import { requestedEntry } from '../../src/inventory/index.js';
import { folderWith } from '../cli/command-line.js';
import { casesOf } from '../rules/cases.js';

const SOURCE = /\.[mc]?[jt]s$/;

const parseForESLint = parser.parseForESLint as (text: string, options: object) => { readonly ast: object & { readonly body: readonly { readonly range: readonly [number, number] }[] } };
const cases = CATALOGUE.flatMap(({ meta }) => casesOf(meta.id, 'node').filter(({ files }) => Object.keys(files).length > 1));

describe.each(cases)('$rule/$mechanism', ({ files, marks }) => {
  const entries = marks.flatMap(({ kind, file, name }) => (kind === 'entry' && name !== undefined ? [requestedEntry(`${file}#${name.slice(name.lastIndexOf('#') + 1)}`)] : []));

  it('an edited project finds what a new one finds', () => {
    const folder = folderWith(files);
    const options: EditorOptions = { folder, entries };
    const open = openEditorProject(options);
    for (const file of Object.keys(files).filter((name) => SOURCE.test(name))) {
      for (const text of editsOf(files[file] ?? '')) {
        const typed = findings(open, folder, file, text);
        writeFileSync(join(folder, file), text);
        expect(typed, text).toEqual(findings(openEditorProject(options), folder, file, text));
        writeFileSync(join(folder, file), files[file] ?? '');
      }
      expect(findings(open, folder, file, files[file] ?? '')).toEqual(findings(openEditorProject(options), folder, file, files[file] ?? ''));
    }
  });
});

function findings(project: EditorProject, folder: string, file: string, text: string): unknown {
  const found = project.findingsIn(join(folder, file), text, parse(text));
  if (found.problems.length > 0) throw new Error(found.problems[0]?.message);
  return found.findings;
}

/** The text without a statement in the middle, and further down; what does not parse, ESLint's rules never see. */
function editsOf(text: string): readonly string[] {
  const { body } = parse(text);
  const middle = body[body.length >> 1];
  return [...(middle ? [text.slice(0, middle.range[0]) + text.slice(middle.range[1])] : []), `\n\n${text}`].filter(parses);
}

function parses(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

function parse(text: string): ReturnType<typeof parseForESLint>['ast'] {
  return parseForESLint(text, { range: true, loc: true, sourceType: 'module', ecmaFeatures: { globalReturn: true } }).ast;
}
