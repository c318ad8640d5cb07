/** From a bundle back to the source that its function was written in, by the source map that the bundler left. */
import type { SourceProject } from '../../frontends/frontend.js';
import { folderOf, joinPath } from '../files/files-below.js';

const COMMENT = '# sourceMappingURL=';
const INLINE = /^data:application\/json;(?:charset=[\w-]+;)?base64,/;
/** Bundlers name sources by schemes of their own: `webpack://orders/./src/a.ts`. */
const SCHEME = /^(?:webpack(?:-internal)?:\/\/(?:[\w@-]*\/)?|file:\/\/\/?)/;

/** Files of the repository that `bundle` was made from, the entry first; nothing when no map says so. */
export function sourcesOfBundle(bundle: string, project: SourceProject): readonly string[] {
  const map = mapOf(bundle, project);
  const names = sourcesIn(map?.text).toReversed();
  return [...new Set(names.flatMap((name) => sourceFile(name, map?.folder ?? folderOf(bundle), project) ?? []))].filter((file) => file !== bundle);
}

function mapOf(bundle: string, project: SourceProject): { readonly text: string; readonly folder: string } | undefined {
  const text = project.read(bundle) ?? '';
  const at = text.lastIndexOf(COMMENT);
  const url = at < 0 ? undefined : /^\S+/.exec(text.slice(at + COMMENT.length))?.[0];
  if (url !== undefined && INLINE.test(url)) return { text: Buffer.from(url.replace(INLINE, ''), 'base64').toString('utf8'), folder: folderOf(bundle) };
  const file = url === undefined ? `${bundle}.map` : joinPath(folderOf(bundle), url);
  const external = file !== undefined && project.has(file) ? project.read(file) : undefined;
  return external === undefined || file === undefined ? undefined : { text: external, folder: folderOf(file) };
}

/** `sources` of the map, below its `sourceRoot`. Sources of packages come before those that use them. */
function sourcesIn(text: string | undefined): readonly string[] {
  try {
    const map: unknown = JSON.parse(text ?? '');
    if (typeof map !== 'object' || map === null || !('sources' in map) || !Array.isArray(map.sources)) return [];
    const root = 'sourceRoot' in map && typeof map.sourceRoot === 'string' ? map.sourceRoot.replace(/\/?$/, '/').replace(/^\/$/, '') : '';
    return map.sources.filter((source) => typeof source === 'string').map((source) => root + source);
  } catch {
    return [];
  }
}

/** The file that a source is: relative to the map, or, where the map was moved after the build, the one whose path ends so. */
function sourceFile(name: string, folder: string, project: SourceProject): string | undefined {
  const plain = name.replace(SCHEME, '').replace(/\?.*$/, '');
  if (plain.includes('node_modules/')) return undefined;
  const exact = [joinPath(folder, plain), joinPath('', plain)].find((file) => file !== undefined && project.has(file));
  const tail = plain.replace(/^(?:\.{1,2}\/)+/, '').replace(/^\/+/, '');
  if (exact !== undefined || !tail.includes('/')) return exact;
  const [only, ...others] = project.files.filter((file) => file.endsWith(`/${tail}`));
  if (only !== undefined) return others.length === 0 ? only : undefined;
  return project.files.filter((file) => tail.endsWith(`/${file}`)).sort((a, b) => b.length - a.length)[0];
}
