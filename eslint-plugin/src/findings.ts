/** The findings in the file that ESLint is at, asked for once for all rules. */
import path from 'node:path';
import type { Rule, SourceCode } from 'eslint';
import { openEditorProject, type EditorProject } from '../../src/editor/index.js';
import type { Finding } from '../../src/findings/finding.js';
import { settingsOf, type PluginSettings } from './settings.js';

const found = new WeakMap<SourceCode, readonly Finding[]>();
/** Open projects, by folder and settings: an editor may show several. */
const projects = new Map<string, EditorProject>();

/** What an audit of the project finds in the file of `context`. */
export function findingsFor(context: Rule.RuleContext): readonly Finding[] {
  const { sourceCode } = context;
  let findings = found.get(sourceCode);
  if (findings === undefined) found.set(sourceCode, (findings = find(context)));
  return findings;
}

function find(context: Rule.RuleContext): readonly Finding[] {
  const { sourceCode, filename, physicalFilename } = context;
  // Code blocks that a processor cuts out of other files belong to no function.
  if (filename !== physicalFilename || !path.isAbsolute(filename)) return [];
  const project = projectOf(settingsOf(context));
  const { findings, problems } = project.findingsIn(filename, sourceCode.text, sourceCode.ast);
  for (const { file, message } of problems) warnOnce(file === '' ? message : `${file}: ${message}`);
  return findings;
}

function projectOf(settings: PluginSettings): EditorProject {
  const key = JSON.stringify(settings);
  let project = projects.get(key);
  if (project === undefined) projects.set(key, (project = openEditorProject(settings)));
  return project;
}

const warned = new Set<string>();

/** A bug of ours must not end the run, and must not go unnoticed either. */
function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  process.emitWarning(message, 'ReentrantWarning');
}
