/** The text of a Terraform module: all configuration files of a folder together. */
import type { Problem } from '../../../../ir/index.js';
import { folderOf, joinPath } from '../../../files/files-below.js';
import type { ProgramSource } from '../../../programs.js';
import { parseConfiguration } from '../hcl/parse-file.js';
import type { Block, Body, Expression } from '../hcl/tree.js';

export interface ModuleText {
  /** Relative to the repository's root. */
  readonly folder: string;
  /** Sorted. */
  readonly files: readonly string[];
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Expression>;
  readonly outputs: ReadonlyMap<string, Block>;
  /** `module` blocks. */
  readonly calls: readonly Block[];
  /** `resource` and `data` blocks with both labels. */
  readonly resources: readonly Block[];
  /** Values that are given to its variables when it is the one that is applied. */
  readonly given: Body['attributes'];
}

const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;
const GIVEN = /(?:^|\/)(?:terraform\.tfvars(?:\.json)?|[^/]+\.auto\.tfvars(?:\.json)?)$/;
/** Files of this name change what others declare. */
const OVERRIDE = /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/;

export function isConfiguration(file: string): boolean {
  return CONFIGURATION.test(file);
}

/** Reads modules, each folder at most once. */
export class ModuleTexts {
  readonly #known = new Map<string, ModuleText | undefined>();
  readonly #byFolder: ReadonlyMap<string, readonly string[]>;
  readonly problems: Problem[] = [];

  constructor(readonly source: ProgramSource) {
    const byFolder = new Map<string, string[]>();
    for (const file of source.project.files) {
      if (!CONFIGURATION.test(file) && !GIVEN.test(file)) continue;
      const folder = byFolder.get(folderOf(file));
      if (folder === undefined) byFolder.set(folderOf(file), [file]);
      else folder.push(file);
    }
    this.#byFolder = byFolder;
  }

  /** The module in `folder`; nothing when it has no configuration. */
  read(folder: string): ModuleText | undefined {
    if (!this.#known.has(folder)) this.#known.set(folder, this.#read(folder));
    return this.#known.get(folder);
  }

  #read(folder: string): ModuleText | undefined {
    const own = this.#byFolder.get(folder) ?? [];
    const files = own.filter((file) => CONFIGURATION.test(file) && !this.#isReplaced(file));
    if (files.length === 0) return undefined;
    const ordered = [...files.filter((file) => !OVERRIDE.test(file)), ...files.filter((file) => OVERRIDE.test(file))];
    const given = own.filter((file) => GIVEN.test(file)).sort(byPrecedence).flatMap((file) => [...this.#parse(file).attributes]);
    return { folder, files, given: new Map(given), ...sorted(ordered.map((file) => ({ body: this.#parse(file), isOverride: OVERRIDE.test(file) }))) };
  }

  /** OpenTofu reads `x.tofu` and passes over `x.tf`. */
  #isReplaced(file: string): boolean {
    return /\.tf(?:\.json)?$/.test(file) && this.source.project.has(file.replace(/\.tf(?=$|\.json$)/, '.tofu'));
  }

  #parse(file: string): Body {
    const text = this.source.project.read(file);
    if (text === undefined) return { attributes: new Map(), blocks: [] };
    const { body, problems } = parseConfiguration(file, text, this.source.parseHcl);
    this.problems.push(...problems);
    return body;
  }
}

/** Later files win: `terraform.tfvars`, then the others by name. */
function byPrecedence(a: string, b: string): number {
  const rank = (file: string): number => (/(?:^|\/)terraform\.tfvars/.test(file) ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** The folder that a call names, when it is one of the repository: `../modules/orders`. */
export function localFolder(folder: string, source: string | undefined): string | undefined {
  return source !== undefined && /^\.\.?(?:\/|$)/.test(source) ? joinPath(folder, source.replaceAll('//', '/')) : undefined;
}

interface Part {
  readonly body: Body;
  readonly isOverride: boolean;
}

function sorted(parts: readonly Part[]): Omit<ModuleText, 'folder' | 'files' | 'given'> {
  const blocks: Block[] = [];
  for (const { body, isOverride } of parts) {
    for (const block of body.blocks) {
      const changed = isOverride ? blocks.findIndex((other) => other.type === block.type && block.type !== 'locals' && sameLabels(other, block)) : -1;
      if (changed < 0) blocks.push(block);
      else blocks[changed] = overridden(blocks[changed]!, block);
    }
  }
  const named = (type: string): ReadonlyMap<string, Block> => new Map(blocks.filter((block) => block.type === type).map((block) => [block.labels[0] ?? '', block]));
  return {
    variables: named('variable'), outputs: named('output'),
    locals: new Map(blocks.filter(({ type }) => type === 'locals').flatMap(({ body }) => [...body.attributes])),
    calls: blocks.filter(({ type, labels }) => type === 'module' && labels.length === 1),
    resources: blocks.filter(({ type, labels }) => (type === 'resource' || type === 'data') && labels.length === 2),
  };
}

function sameLabels(one: Block, other: Block): boolean {
  return one.labels.length === other.labels.length && one.labels.every((label, index) => label === other.labels[index]);
}

function overridden(block: Block, { body }: Block): Block {
  const replaced = new Set(body.blocks.map(({ type }) => type));
  return {
    ...block,
    body: { attributes: new Map([...block.body.attributes, ...body.attributes]), blocks: [...block.body.blocks.filter(({ type }) => !replaced.has(type)), ...body.blocks] },
  };
}
