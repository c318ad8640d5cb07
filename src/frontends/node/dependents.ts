/** Which files a change of one file concerns: names are followed across files, so everything that imports it, directly or not. */
import type { FileFacts } from './facts.js';
import type { Resolver } from './resolve/resolve.js';

/** The files of `facts` that lead to `file` by imports of values or types, without `file` itself. */
export function dependentsOf(file: string, facts: ReadonlyMap<string, FileFacts>, resolve: Resolver): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const [from, each] of facts) {
    for (const specifier of specifiersOf(each)) {
      const target = resolve(from, specifier);
      if (target.kind !== 'file') continue;
      const known = importers.get(target.file);
      if (known === undefined) importers.set(target.file, [from]);
      else known.push(from);
    }
  }
  const found = new Set([file]);
  for (const each of found) for (const importer of importers.get(each) ?? []) found.add(importer);
  found.delete(file);
  return found;
}

const known = new WeakMap<FileFacts, readonly string[]>();

/** Every module that the file names, for values or types. */
function specifiersOf(facts: FileFacts): readonly string[] {
  let found = known.get(facts);
  if (found === undefined) known.set(facts, (found = findSpecifiers(facts)));
  return found;
}

function findSpecifiers({ program, specifiers }: FileFacts): readonly string[] {
  const named = program.body.flatMap((node) => {
    switch (node.type) {
      case 'ImportDeclaration': case 'ExportAllDeclaration': return [node.source.value];
      case 'ExportNamedDeclaration': return node.source === null ? [] : [node.source.value];
      default: return [];
    }
  });
  return [...new Set([...specifiers, ...named])];
}
