/** The structure of the project: what documents name exists, rule folders are complete, imports follow the layers. */
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../rules/catalogue.js';
import { importsOf, type Import } from './imports.js';

const ROOT = join(import.meta.dirname, '..');
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'cases', 'golden', '.git']);

describe('documents', () => {
  const documents = filesBelow('.', '.md');

  it.each(documents)('%s names only paths that exist', (file) => {
    const missing = pathsNamedIn(read(file)).filter((path) => !exists(join(dirname(file), path)) && !exists(path));
    expect(missing).toEqual([]);
  });

  it.each([['README.md', 150], ['ARCHITECTURE.md', 250], ['CONTRIBUTING.md', 150]])('%s has at most %i lines', (file, limit) => {
    expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(limit);
  });

  it.each([['README.md', familyTable], ['docs/rules.md', ruleTable]])('%s lists the rules of the catalogue', (file, table) => {
    const wanted = read(file).replace(/(<!-- rules: .*-->\n)[^]*?(<!-- end of rules -->)/, (_, begin: string, end: string) => `${begin}${table()}${end}`);
    if (process.env['UPDATE'] === '1') writeFileSync(join(ROOT, file), wanted);
    expect(read(file)).toBe(wanted);
  });

  it('README.md and ARCHITECTURE.md name the front-ends that the command line opens', () => {
    const languages = importsOf(ROOT, 'src/cli/programs.ts').flatMap(({ to }) => (to.match(/^src\/frontends\/(?!program\/)\w+(?=\/)/) ?? []));
    const unnamed = ['README.md', 'ARCHITECTURE.md'].flatMap((file) => languages.filter((folder) => !read(file).includes(`\`${folder}\``)).map((folder) => `${folder} in ${file}`));
    expect(languages).not.toEqual([]);
    expect(unnamed).toEqual([]);
  });

  it('ARCHITECTURE.md names every dependency with the version that is installed', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const rows = read('ARCHITECTURE.md').split('\n').filter((line) => line.startsWith('| `'));
    const named = new Map(rows.flatMap((row) => {
      const [names = '', version = ''] = row.split('|').slice(1).map((cell) => cell.trim());
      return [...names.matchAll(/`([^`]+)`/g)].map((match) => [match[1], version] as const);
    }));
    const wrong = Object.entries({ ...dependencies, ...devDependencies }).filter(([name, version]) => named.get(name) !== version);
    expect(wrong).toEqual([]);
  });
});

describe('rules', () => {
  const folders = foldersIn('rules');

  it('are the folders of rules/, each in the catalogue once', () => {
    expect(CATALOGUE.map(({ meta }) => meta.id).sort()).toEqual(folders);
  });

  it.each(folders)('rules/%s is complete', (id) => {
    const missing = ['rule.ts', 'README.md', 'cases'].filter((name) => !exists(`rules/${id}/${name}`));
    expect(missing).toEqual([]);
  });

  it.each(CATALOGUE.map((rule) => [rule.meta.id, rule] as const))('%s describes itself as reports need it', (_, { meta }) => {
    expect(meta.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meta.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(meta.description.length).toBeLessThanOrEqual(1000);
    expect(meta.languages.filter((language) => !exists(`rules/${meta.id}/cases/${language}`) && exists(`src/frontends/${language}`))).toEqual([]);
  });
});

/**
 * What a layer may import besides itself. `types` leaves nothing at run time: a layer may speak of what it is handed without
 * being able to make it. Each line says why.
 */
const LAYERS: Readonly<Record<string, { readonly values: readonly string[]; readonly types: readonly string[]; readonly why: string }>> = {
  'src/ir': { values: [], types: [], why: 'the IR knows no language, no library and no rule' },
  'src/assets.ts': { values: [], types: [], why: 'where shipped files lie is a question of its own' },
  'src/knowledge': { values: ['src/assets.ts'], types: ['src/ir'], why: 'facts about libraries do not depend on who asks' },
  'src/frontends/program': { values: ['src/ir'], types: [], why: 'what front-ends share knows no language' },
  'src/frontends/tree-sitter': { values: ['src/ir', 'src/assets.ts'], types: [], why: 'what front-ends share knows no language' },
  'src/frontends': { values: ['src/ir', 'src/frontends/program', 'src/frontends/tree-sitter'], types: [], why: 'a language ends where the IR begins' },
  'src/inventory': { values: ['src/ir'], types: ['src/frontends', 'src/frontends/tree-sitter'], why: 'it is handed programs and parsers and opens none itself' },
  'src/runtimes': { values: [], types: ['src/knowledge', 'src/frontends', 'src/inventory'], why: 'a model is data; settings choose it' },
  'src/platform': { values: ['src/knowledge', 'src/runtimes'], types: ['src/ir', 'src/analysis', 'src/inventory', 'src/frontends'], why: 'what a function says of itself is compared with what the platform takes' },
  'src/analysis': { values: ['src/ir'], types: ['src/knowledge', 'src/runtimes', 'src/inventory'], why: 'the engine asks knowledge and model that it is handed, and is told of pools that lie in no code' },
  'src/findings': { values: [], types: ['src/ir', 'src/analysis'], why: 'a finding is made from a hazard, by a rule that is handed in' },
  'rules': { values: ['src/findings'], types: ['src/analysis'], why: 'a rule reads hazards, never source text' },
  'src/readiness': { values: ['src/findings', 'src/platform', 'src/runtimes'], types: ['src/ir', 'src/analysis', 'src/inventory', 'src/frontends'], why: 'it weighs findings and knows no rule' },
  'src/report': { values: ['src/findings', 'src/readiness', 'src/runtimes'], types: ['src/ir', 'src/analysis', 'src/inventory', 'src/frontends'], why: 'a report gets the catalogue as data' },
  'src/audit': {
    values: ['src/ir', 'src/knowledge', 'src/inventory', 'src/runtimes', 'src/analysis', 'src/platform', 'src/findings', 'src/readiness'], types: ['src/frontends', 'src/report'],
    why: 'it puts the parts together, without a terminal and without knowing which rules there are',
  },
};
/** Where the parts are put together for those who use them. */
const TOPS = ['src/cli', 'src/editor'];
const COMMAND_LINE = 'src/cli';

describe('layers', () => {
  const sources = [...filesBelow('rules', '.ts'), ...filesBelow('src', '.ts')].filter((file) => !/\.(?:test|d)\.ts$/.test(file));
  const imports = sources.flatMap((file) => importsOf(ROOT, file));

  it('cover every source file', () => {
    const outside = sources.filter((file) => layerOf(file) === undefined);
    expect(outside).toEqual([]);
  });

  it('import downwards only', () => {
    expect(imports.filter((edge) => !isAllowed(edge)).map(explain)).toEqual([]);
  });

  it('keep a front-end from another, and a rule from another', () => {
    const sideways = imports.filter(({ from, to }) => ['src/frontends/', 'rules/'].some((folder) => isBeside(folder, from, to)));
    expect(sideways.map(explain)).toEqual([]);
  });

  it('keep the domain of the analysis free of the engine', () => {
    const upwards = imports.filter(({ from, to, typeOnly }) => from.startsWith('src/analysis/domain/') && !to.startsWith('src/analysis/domain/') && !typeOnly && layerOf(to) !== 'src/ir');
    expect(upwards.map(explain)).toEqual([]);
  });

  it('leave the process to the command line', () => {
    const users = sources.filter((file) => !file.startsWith(`${COMMAND_LINE}/`) && /(?<!['"`])\bprocess\.(?:argv|cwd|env|exit|on|std)/.test(codeOf(file)));
    expect(users).toEqual([]);
  });

  it('ask the language only where languages are told apart', () => {
    const elsewhere = sources.filter((file) => !/^src\/(?:frontends|runtimes)\//.test(file) && /\blanguage [!=]== '|case '(?:node|python|java|dotnet)'/.test(codeOf(file)));
    expect(elsewhere).toEqual([]);
  });
});

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [above, below] = [layerOf(from), layerOf(to)];
  if (above === undefined || below === undefined || above === below || (TOPS.includes(above) && !TOPS.includes(below)) || from === 'rules/catalogue.ts') return true;
  const layer = LAYERS[above];
  return layer !== undefined && (layer.values.includes(below) || (typeOnly && layer.types.includes(below)));
}

function layerOf(file: string): string | undefined {
  return [...TOPS, ...Object.keys(LAYERS)].filter((layer) => file === layer || file.startsWith(`${layer}/`)).sort((a, b) => b.length - a.length)[0];
}

/** Whether both lie in subfolders of `folder`, in different ones that each stand for themselves. */
function isBeside(folder: string, from: string, to: string): boolean {
  const [a, b] = [from, to].map((file) => (file.startsWith(folder) && file.slice(folder.length).includes('/') ? file.slice(folder.length).split('/')[0] : undefined));
  return a !== undefined && b !== undefined && a !== b && !['program', 'tree-sitter'].includes(b);
}

function explain({ from, to, typeOnly }: Import): string {
  return `${from} imports ${typeOnly ? 'types of ' : ''}${to}: ${LAYERS[layerOf(from) ?? '']?.why ?? 'these stand side by side'}`;
}

/** The text of `file` without comments. */
function codeOf(file: string): string {
  return read(file).replace(/\/\*[^]*?\*\//g, '').replace(/(?<=^|\s)\/\/.*$/gm, '');
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = { node: 'Node.js', python: 'Python', java: 'Java', dotnet: '.NET' };

const METAS = CATALOGUE.map(({ meta }) => meta).sort((a, b) => (a.id < b.id ? -1 : 1));

/** One row per rule. */
function ruleTable(): string {
  const rows = METAS.map(({ id, family, severity, languages, summary }) =>
    `| [\`${id}\`](../rules/${id}/README.md) | ${family} | ${severity} | ${languages.map((language) => LANGUAGE_NAMES[language] ?? language).join(', ')} | ${summary} |\n`);
  return `| Rule | Family | At most | Runtimes | What it finds |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`;
}

/** One row per family. */
function familyTable(): string {
  const families = [...new Set(METAS.map(({ family }) => family))].sort();
  const rows = families.map((family) => `| ${family} | ${METAS.filter((meta) => meta.family === family).map(({ id }) => `[\`${id}\`](rules/${id}/README.md)`).join(', ')} |\n`);
  return `| Family | Rules |\n| --- | --- |\n${rows.join('')}`;
}

/** Relative links, and words in code spans that look like a path below a folder we have; a placeholder ends what is looked at. */
function pathsNamedIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```[^]*?^```/gm, '');
  const links = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap((match) => (match[1] ?? '').split(/[\s,]+/));
  const paths = spans.filter((span) => /^\.?[\w@-][\w.@-]*\/[\w.@<>*/-]*$/.test(span) && exists(span.slice(0, span.indexOf('/'))));
  const files = spans.filter((span) => /^[A-Z]+\.md$|^[a-z-]+\.(?:json|config\.[jt]s)$/.test(span));
  return [...new Set([...links, ...paths, ...files].map((path) => path.replace(/\/[^/]*[<*].*$/, '').replace(/\/$/, '')))];
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function exists(file: string): boolean {
  return existsSync(join(ROOT, file));
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder)).filter((name) => statSync(join(ROOT, folder, name)).isDirectory()).sort();
}

/** Files of ours below `folder` that end in `extension`, relative to the project's folder, sorted. */
function filesBelow(folder: string, extension: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesBelow(file, extension);
    return entry.name.endsWith(extension) ? [file] : [];
  }).sort();
}
