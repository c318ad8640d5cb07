/** Templates that CDK made, together with the code that they were made from. */
import { folderOf, joinPath } from '../files/files-below.js';
import type { CodeSource, DeclaredFunction } from '../templates/declared-function.js';
import { relativeTo } from './code.js';

/**
 * Templates that CDK made, and the constructs that they were made from: the template has the settings, the construct the
 * source of what is bundled. Each function is in the result once.
 */
export function withConstructs(templates: readonly DeclaredFunction[], constructs: readonly DeclaredFunction[]): readonly DeclaredFunction[] {
  const used = new Set<DeclaredFunction>();
  const merged = templates.map((fn) => {
    const only = fn.construct === undefined ? undefined : constructAt(fn.construct, constructs);
    if (only === undefined) return fn;
    used.add(only);
    const code = codeSeenFrom(fn.template, only);
    return code === undefined ? fn : { ...fn, code, entryPoints: only.entryPoints, buildMethod: only.buildMethod, handler: only.handler ?? fn.handler };
  });
  return [...merged, ...constructs.filter((construct) => !used.has(construct))];
}

/** The construct with the longest path that ends the path in the template; nothing when there are several. */
function constructAt(path: string, constructs: readonly DeclaredFunction[]): DeclaredFunction | undefined {
  const whole = `/${path.replace(/\/Resource$/, '')}`;
  const ending = constructs.filter(({ logicalId }) => whole.endsWith(`/${logicalId}`));
  const longest = Math.max(...ending.map(({ logicalId }) => logicalId.length));
  const [only, ...others] = ending.filter(({ logicalId }) => logicalId.length === longest);
  return others.length === 0 ? only : undefined;
}

function codeSeenFrom(template: string, { code, template: file }: DeclaredFunction): CodeSource | undefined {
  const folder = code.kind === 'local' ? joinPath(folderOf(file), code.path) : undefined;
  return folder === undefined ? undefined : { kind: 'local', path: relativeTo(template, folder) };
}
