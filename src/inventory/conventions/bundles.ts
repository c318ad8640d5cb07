/**
 * From a bundle that is not in the repository to the source that it is made of, where a command of the package or a build script says both: what
 * goes in and what comes out. Nothing is run: `ncc build src/lambda.ts -o dist`, `esbuild src/a.ts --outfile=dist/index.js`, and calls of esbuild
 * with one literal entry.
 */
import type { SourceProject } from '../../frontends/frontend.js';
import { filesBelow, folderOf, isBelow, joinPath, packageFolderOf } from '../files/files-below.js';

/** A bundle by its path without extension, and its source. */
interface Bundle {
  readonly output: string;
  readonly source: string;
}

const MANIFEST = /^package\.json$/;
const BUILD_SCRIPT = /(?:^|\/)[\w.-]*(?:build|bundle)[\w.-]*\.[cm]?[jt]s$/i;
const EXTENSION = /\.[cm]?[jt]sx?$/;
/** Build scripts of one package that are read. */
const MAX_SCRIPTS = 200;

/** The source of `module` of the folder `deployed`, which a package below `folder` builds; nothing when none or several are meant. */
export function sourceOfBundle(module: string, folder: string, deployed: string, project: SourceProject): string | undefined {
  const home = packageFolderOf(`${folder === '' ? '' : `${folder}/`}package.json`, project.files, MANIFEST);
  const bundles = [...commandsOf(home, project).flatMap((command) => bundlesOf(command, home)), ...scriptsBelow(home, project).flatMap((file) => bundlesIn(file, home, project))]
    .filter(({ source }) => project.has(source));
  const exact = bundles.filter(({ output }) => output === joinPath(deployed, module));
  // What is packed from a folder of output has the module at its root.
  const packed = exact.length > 0 || module.includes('/') ? exact : bundles.filter(({ output }) => output.endsWith(`/${module}`) && isBelow(output, folder));
  const [only, ...others] = new Set(packed.map(({ source }) => source));
  return others.length === 0 ? only : undefined;
}

/** The commands of a package's scripts, one by one. */
function commandsOf(home: string, project: SourceProject): readonly string[] {
  try {
    const manifest: unknown = JSON.parse(project.read(joinPath(home, 'package.json') ?? '') ?? '');
    const scripts = typeof manifest === 'object' && manifest !== null && 'scripts' in manifest ? manifest.scripts : undefined;
    if (typeof scripts !== 'object' || scripts === null) return [];
    return Object.values(scripts).flatMap((script: unknown) => (typeof script === 'string' ? script.split(/&&|\|\||[;|&]/) : []));
  } catch {
    return [];
  }
}

function bundlesOf(command: string, home: string): readonly Bundle[] {
  const words = command.trim().split(/\s+/).filter((word) => !/^(?:npx|yarn|pnpm|exec|--|\w+=\S*)$/.test(word));
  const [tool, ...args] = words;
  if (tool === 'ncc' && args[0] === 'build') return bundlesTo(home, args.slice(1).filter((word) => EXTENSION.test(word)), `${optionOf(args, ['-o', '--out']) ?? 'dist'}/index`);
  if (tool !== 'esbuild') return [];
  const sources = args.filter((word) => !word.startsWith('-') && EXTENSION.test(word));
  const outfile = optionOf(args, ['--outfile']);
  if (outfile !== undefined) return bundlesTo(home, sources, outfile);
  const outdir = optionOf(args, ['--outdir']);
  // Of several entries the folders that they share are left out.
  return outdir === undefined || sources.length !== 1 ? [] : bundlesTo(home, sources, `${outdir}/${sources[0]!.slice(sources[0]!.lastIndexOf('/') + 1)}`);
}

/** `--outfile=x`, `-o x` */
function optionOf(args: readonly string[], names: readonly string[]): string | undefined {
  const at = args.findIndex((word) => names.includes(word));
  return args.find((word) => names.some((name) => word.startsWith(`${name}=`)))?.replace(/^[^=]*=/, '') ?? (at < 0 ? undefined : args[at + 1]);
}

/** One source makes one bundle; names that a variable completes are none. */
function bundlesTo(home: string, sources: readonly string[], output: string): readonly Bundle[] {
  const [source, ...others] = sources.map((file) => joinPath(home, file));
  const path = joinPath(home, output.replace(EXTENSION, ''));
  return source === undefined || path === undefined || others.length > 0 || /[$*{}]/.test(source + output) ? [] : [{ output: path, source }];
}

function scriptsBelow(home: string, project: SourceProject): readonly string[] {
  return filesBelow(project.files, home).filter((file) => BUILD_SCRIPT.test(file) && packageFolderOf(file, project.files, MANIFEST) === home && /\bentryPoints\b/.test(project.read(file) ?? '')).slice(0, MAX_SCRIPTS);
}

/** A call of esbuild with one entry and one file, both written down, and nothing else of the kind in the script. */
function bundlesIn(file: string, home: string, project: SourceProject): readonly Bundle[] {
  const text = project.read(file) ?? '';
  const entries = [...text.matchAll(/\bentryPoints\s*:\s*\[\s*(?:(["'`])([^"'`\n]+)\1\s*,?\s*)\]/g)];
  const outputs = [...text.matchAll(/\boutfile\s*:\s*(["'`])([^"'`\n]+)\1/g)];
  if (entries.length !== 1 || outputs.length !== 1 || text.split(/\bentryPoints\s*:/).length !== 2) return [];
  const base = [home, folderOf(file)].find((folder) => project.has(joinPath(folder, entries[0]?.[2] ?? '') ?? ''));
  return base === undefined ? [] : bundlesTo(base, [entries[0]?.[2] ?? ''], outputs[0]?.[2] ?? '');
}
