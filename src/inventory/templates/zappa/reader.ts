/** Applications that Zappa deploys: each stage of `zappa_settings` is a function, whose handler belongs to Zappa. */
import type { DeclarationReader, DeclaredFunction } from '../declared-function.js';
import { parseTemplate, type MapNode } from '../document.js';
import { mapIn, mergedMap } from '../merged-map.js';
import { readEach } from '../read-each.js';
import { nameOf } from '../cloudformation/resolve.js';
import { tomlTree } from './toml-tree.js';
import { functionOfStage } from './zappa-function.js';

const SETTINGS = /(?:^|\/)zappa_settings\.(?:json|ya?ml|toml)$/;
const MAX_STAGES = 100;
/** Stages extend stages that extend stages. */
const MAX_EXTENDED = 10;

export const zappa: DeclarationReader = {
  mayDeclare: (file) => SETTINGS.test(file),
  read: (candidates, { project }) => readEach(candidates, (file) => {
    const text = project.read(file);
    const { root, problem } = text === undefined ? {} : file.endsWith('.toml') ? { root: tomlTree(file, text) } : parseTemplate(file, text);
    return { problem, ...(root?.kind === 'map' ? { functions: functionsIn(file, root, (each) => project.has(each)) } : {}) };
  }),
};

function functionsIn(file: string, root: MapNode, has: (file: string) => boolean): readonly DeclaredFunction[] {
  const extended = new Set(root.keys.flatMap((name) => nameOf(mapIn(root, name)?.get('extends')) ?? []));
  return root.keys.slice(0, MAX_STAGES).flatMap((name) => {
    const stage = withExtended(root, name);
    const fn = stage && functionOfStage(file, name, stage, has);
    // A stage that others only extend has no application of its own.
    return fn && !(extended.has(name) && !fn.behindLibrary) ? [fn] : [];
  });
}

/** A stage with what it takes from others. */
function withExtended(root: MapNode, name: string): MapNode | undefined {
  const chain: MapNode[] = [];
  for (let stage = mapIn(root, name); stage && chain.length < MAX_EXTENDED; ) {
    chain.unshift(stage);
    const next = nameOf(stage.get('extends'));
    stage = next === undefined ? undefined : mapIn(root, next);
  }
  return mergedMap(chain);
}
