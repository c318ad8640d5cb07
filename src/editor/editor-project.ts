/**
 * A project that is audited again and again while it is edited: the same front-end, engine and rules as an audit, asked about
 * one file at a time. What an edit does not concern is kept: syntax trees, lowered bodies, the inventory, findings of other functions.
 */
import { isDeepStrictEqual } from 'node:util';
import { CATALOGUE } from '../../rules/catalogue.js';
import { judgeFunction } from '../audit/audit.js';
import type { Finding } from '../findings/finding.js';
import { mergeFindings, type FindingDraft } from '../findings/judge.js';
import { applySuppressions } from '../findings/suppressions.js';
import { openEditableProgram, type EditableProgram } from '../frontends/node/frontend.js';
import type { Language } from '../frontends/frontend.js';
import { parseHcl } from '../frontends/tree-sitter/hcl.js';
import { KeptReadings, outlineOf, takeEntries, takeInventory, type Inventory, type LambdaFunction, type RequestedEntry } from '../inventory/index.js';
import { languageOfFile } from '../inventory/programs.js';
import { fileOf, type Problem } from '../ir/index.js';
import { openEditedFiles, type EditedFiles } from './edited-files.js';
import { filesReachedFrom } from './reach.js';

export interface EditorOptions {
  /** Absolute path of the folder that an audit would be given. */
  readonly folder: string;
  /** Entry points to audit instead of those that are found; files relative to `folder`. */
  readonly entries?: readonly RequestedEntry[];
}

/** What an audit of the project finds in one file. */
export interface FileFindings {
  readonly findings: readonly Finding[];
  /** Bugs of ours on the way there: what they concern was not judged. */
  readonly problems: readonly Problem[];
}

export interface EditorProject {
  /** Findings in `file` (an absolute path), whose text is now `text` and whose ESTree is `tree`. None for a file that is not the project's. */
  findingsIn(file: string, text: string, tree: object): FileFindings;
}

/** The only language that ESLint reads. */
const LANGUAGE: Language = 'node';
const NOTHING: FileFindings = { findings: [], problems: [] };
/** An audit does not read longer files either. */
const MAX_LENGTH = 1_000_000;

/** Everything known of the project, as long as its list of files and its settings stay what they are. */
interface State {
  readonly files: EditedFiles;
  readonly editable: EditableProgram;
  readonly readings: KeptReadings;
  inventory: Inventory;
  /** Files that the entries of a function lead to. */
  readonly reached: Map<string, ReadonlySet<string>>;
  readonly judged: Map<string, Judged>;
}

interface Judged {
  readonly drafts: readonly FindingDraft[];
  readonly problems: readonly Problem[];
  /** Files that the findings may depend on. */
  readonly files: ReadonlySet<string>;
}

/** Opens a project; it is read when the first file is asked for. */
export function openEditorProject(options: EditorOptions): EditorProject {
  let state: State | undefined;
  return {
    findingsIn(absolute, text, tree) {
      state = state === undefined ? openState(options) : withChanges(state, options);
      const file = state.files.nameOf(absolute);
      if (file === undefined || text.length > MAX_LENGTH) return NOTHING;
      showIn(state, options, file, text, tree);
      return findingsOf(state, file);
    },
  };
}

function openState(options: EditorOptions): State {
  const files = openEditedFiles(options.folder, (options.entries ?? []).map(({ file }) => file));
  const editable = openEditableProgram(files);
  const readings = new KeptReadings();
  return { files, editable, readings, inventory: inventoryOf({ files, editable, readings }, options), reached: new Map(), judged: new Map() };
}

function inventoryOf({ files, editable, readings }: Pick<State, 'files' | 'editable' | 'readings'>, { entries = [] }: EditorOptions): Inventory {
  const programs = new Map([[LANGUAGE, editable.program]]);
  const source = { project: files, parseHcl, readings, programFor: (language: Language) => programs.get(language) };
  return entries.length > 0 ? takeEntries(source, entries).inventory : takeInventory(source);
}

/** Takes in what has changed on disk. */
function withChanges(state: State, options: EditorOptions): State {
  const { texts, files } = state.files.changes();
  if (files || texts.some((file) => !isSource(file))) return openState(options);
  for (const file of texts) edit(state, options, file, () => state.files.reread(file));
  return state;
}

/** Settings, templates and manifests decide about other files than themselves. */
function isSource(file: string): boolean {
  return languageOfFile(file) === LANGUAGE;
}

/** Makes `text` the text of `file`. The file that was shown before is again as the disk has it. */
function showIn(state: State, options: EditorOptions, file: string, text: string, tree: object): void {
  const { files, editable } = state;
  const left = files.edited();
  if (left !== undefined && left !== file) edit(state, options, left, () => files.hide());
  if (files.read(file) === text) {
    files.show(file, text);
    editable.offer(file, tree);
  } else edit(state, options, file, () => files.show(file, text), tree);
}

/** `apply` gives `file` another text: what depended on the old one is forgotten. */
function edit(state: State, options: EditorOptions, file: string, apply: () => void, tree?: object): void {
  const code = { project: state.files, program: state.editable.program };
  const before = outlineOf(file, LANGUAGE, code);
  apply();
  state.editable.change(file, tree);
  state.readings.forget(file);
  for (const [id, { files }] of state.judged) if (files.has(file)) state.judged.delete(id);
  if (before !== outlineOf(file, LANGUAGE, code) || isRouted(state, file)) retakeInventory(state, options);
}

/** The routes behind a web adapter are found in the bodies of functions, which an outline does not tell. */
function isRouted(state: State, file: string): boolean {
  return state.inventory.functions.some((fn) => fn.webAdapter !== undefined && reachedBy(state, fn).has(file));
}

function retakeInventory(state: State, options: EditorOptions): void {
  const before = new Map(state.inventory.functions.map((fn) => [fn.id, fn]));
  state.inventory = inventoryOf(state, options);
  state.reached.clear();
  // What a container makes may come from files that nobody imports.
  if (state.editable.program.bindings().length > 0) state.judged.clear();
  const now = new Map(state.inventory.functions.map((fn) => [fn.id, fn]));
  for (const id of state.judged.keys()) if (!isDeepStrictEqual(before.get(id), now.get(id))) state.judged.delete(id);
}

function reachedBy(state: State, fn: LambdaFunction): ReadonlySet<string> {
  let files = state.reached.get(fn.id);
  if (files === undefined) state.reached.set(fn.id, (files = filesReachedFrom(state.editable.program, fn.entries.map((entry) => entry.file))));
  return files;
}

function findingsOf(state: State, file: string): FileFindings {
  const judged = state.inventory.functions.filter((fn) => reachedBy(state, fn).has(file)).map((fn) => judgedIn(state, fn));
  const sourceText = (name: string): string | undefined => state.files.read(name);
  const own = judged.flatMap(({ drafts }) => drafts.filter(({ location }) => location.file === file));
  const problems = [...state.inventory.problems.filter(({ kind }) => kind === 'internal'), ...judged.flatMap((each) => each.problems)];
  return { findings: applySuppressions(mergeFindings(own, sourceText), [file], sourceText).kept, problems };
}

function judgedIn(state: State, fn: LambdaFunction): Judged {
  let judged = state.judged.get(fn.id);
  if (judged === undefined) state.judged.set(fn.id, (judged = judge(state, fn)));
  return judged;
}

function judge(state: State, fn: LambdaFunction): Judged {
  const problems: Problem[] = [];
  const programs = new Map([[LANGUAGE, state.editable.program]]);
  const { analysis, drafts } = judgeFunction({ project: state.files, programs, rules: CATALOGUE }, fn, problems);
  const ran = analysis ? [...analysis.run.init.reached, ...analysis.run.invocation.reached].map(fileOf) : [];
  return { drafts, problems, files: new Set([...reachedBy(state, fn), ...ran]) };
}
