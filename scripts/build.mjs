/**
 * Builds `dist/`: the bundled program, the grammars with their licences, the facts about libraries, the documents of the
 * rules; and `eslint-plugin/dist/`: the bundled plugin with what it needs of these. `ensureBuilt` does so only when a source has
 * changed. `npm run build` is this file.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureInstalled, ROOT } from './install.mjs';

const DIST = join(ROOT, 'dist');
const PLUGIN_DIST = join(ROOT, 'eslint-plugin', 'dist');
const STAMP = join(ROOT, 'node_modules', '.cache', 'reentrant', 'build-inputs');

/** Everything the content of `dist/` depends on. */
const INPUTS = ['src', 'rules', 'eslint-plugin/src', 'eslint-plugin/package.json', 'scripts/build.mjs', 'package.json', 'package-lock.json'];

const GRAMMARS = [
  { packageName: 'tree-sitter-python', file: 'tree-sitter-python.wasm' },
  { packageName: 'tree-sitter-java', file: 'tree-sitter-java.wasm' },
  { packageName: 'tree-sitter-c-sharp', file: 'tree-sitter-c_sharp.wasm' },
  { packageName: '@tree-sitter-grammars/tree-sitter-hcl', file: 'tree-sitter-hcl.wasm' },
];

/** Builds when the sources are not the ones that `dist/` was built from. All output goes to standard error. */
export async function ensureBuilt() {
  const inputs = hashInputs();
  const isCurrent = existsSync(join(DIST, 'cli.js')) && existsSync(join(PLUGIN_DIST, 'index.js')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs;
  if (isCurrent) return;
  console.error('Building …');
  // Built beside and moved into place, so that neither an interrupted build nor two at a time leave half a folder.
  const beside = join(ROOT, 'node_modules', '.cache', 'reentrant', `dist-${process.pid}`);
  rmSync(beside, { recursive: true, force: true });
  await Promise.all([buildProgram(join(beside, 'program')), buildPlugin(join(beside, 'plugin'))]);
  rmSync(STAMP, { force: true });
  moveInto(join(beside, 'program'), DIST);
  moveInto(join(beside, 'plugin'), PLUGIN_DIST);
  rmSync(beside, { recursive: true, force: true });
  writeFileSync(STAMP, inputs);
}

function moveInto(from, to) {
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}

async function buildProgram(target) {
  await bundle({ cli: 'src/cli/cli.ts' }, target);
  copyGrammars(join(target, 'grammars'), GRAMMARS);
  mergeKnowledge(join(target, 'knowledge'), () => true);
  copyRuleDocuments(join(target, 'rules'));
}

/** ESLint reads JavaScript and TypeScript only; which functions there are, Terraform may say. */
async function buildPlugin(target) {
  await bundle({ index: 'eslint-plugin/src/index.ts' }, target);
  copyGrammars(join(target, 'grammars'), GRAMMARS.filter(({ file }) => file === 'tree-sitter-hcl.wasm'));
  mergeKnowledge(join(target, 'knowledge'), (language) => language === 'node');
  copyRuleDocuments(join(target, 'rules'));
}

async function bundle(entryPoints, target) {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir: target,
    // One flat folder: src/assets.ts finds the other files of `dist/` relative to the chunk it ends up in.
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    define: { __REENTRANT_VERSION__: JSON.stringify(version), __REENTRANT_BUNDLED__: 'true' },
    logLevel: 'warning',
  });
}

function copyGrammars(target, grammars) {
  mkdirSync(target, { recursive: true });
  for (const { packageName, file } of grammars) {
    const source = join(ROOT, 'node_modules', packageName);
    copyFileSync(join(source, file), join(target, file));
    copyFileSync(join(source, 'LICENSE'), join(target, `${packageName.split('/').at(-1)}.LICENSE.txt`));
  }
}

/** What `reentrant explain` prints. */
function copyRuleDocuments(target) {
  const source = join(ROOT, 'rules');
  mkdirSync(target, { recursive: true });
  for (const rule of readdirSync(source)) {
    const document = join(source, rule, 'README.md');
    if (existsSync(document)) copyFileSync(document, join(target, `${rule}.md`));
  }
}

/** One file per language, since reading a hundred small ones costs more than the rest of the start. */
function mergeKnowledge(target, isWanted) {
  const source = join(ROOT, 'src', 'knowledge');
  mkdirSync(target, { recursive: true });
  for (const language of readdirSync(source, { withFileTypes: true })) {
    if (!language.isDirectory() || !isWanted(language.name)) continue;
    const folder = join(source, language.name);
    const files = readdirSync(folder).filter((file) => file.endsWith('.json')).sort();
    const facts = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (facts.length > 0) writeFileSync(join(target, `${language.name}.json`), JSON.stringify(facts));
  }
}

function hashInputs() {
  const hash = createHash('sha256');
  for (const file of INPUTS.map((input) => join(ROOT, input)).filter(existsSync).flatMap(filesBelow).sort()) {
    hash.update(`${relative(ROOT, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] === import.meta.filename) {
  ensureInstalled();
  await ensureBuilt();
}
