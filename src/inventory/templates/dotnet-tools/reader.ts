/**
 * `aws-lambda-tools-defaults.json` of the .NET deployment tools: the function of a project, when the file names a handler. The tools
 * fall back on it, so it counts only where no template declares the project's functions.
 */
import type { Problem } from '../../../ir/index.js';
import { folderOf, joinPath } from '../../files/files-below.js';
import type { PlatformConflict, Setting } from '../../lambda-function.js';
import { number, property, reference, text, type Properties } from '../cloudformation/properties.js';
import type { CodeSource, DeclarationReader, Declarations, DeclaredFunction } from '../declared-function.js';
import { parseTemplate, type MapNode, type TemplateNode } from '../document.js';

const DEFAULTS = /(?:^|\/)aws-lambda-tools-defaults\.json$/;
const STEPS = 1000;

export const dotnetTools: DeclarationReader = {
  mayDeclare: (file) => DEFAULTS.test(file),
  read(candidates, { project }): Declarations {
    const files: string[] = [];
    const functions: DeclaredFunction[] = [];
    const problems: Problem[] = [];
    for (const file of candidates) {
      const source = project.read(file);
      const { root, problem } = source === undefined ? {} : parseTemplate(file, source);
      if (problem) problems.push(problem);
      const fn = root?.kind === 'map' ? functionOf(file, root) : undefined;
      if (!fn) continue;
      files.push(file);
      functions.push(fn);
    }
    return { files: files.sort(), functions, capacityProviders: [], problems };
  },
};

function functionOf(file: string, root: MapNode): DeclaredFunction | undefined {
  const unknown: string[] = [];
  const properties: Properties = { own: root, globals: undefined, scope: { parameters: undefined, mappings: undefined, conditions: undefined, budget: { steps: STEPS } }, unknown, path: '' };
  const written = text(properties, 'function-handler') ?? text(properties, 'image-command');
  const handler = written?.value === '' ? undefined : written;
  const isImage = /^image$/i.test(text(properties, 'package-type')?.value ?? '');
  // With a template the tools deploy what that declares.
  if ((!handler && !isImage) || text(properties, 'template')) return undefined;
  const folder = folderOf(file);
  const name = text(properties, 'function-name')?.value ?? folder.slice(folder.lastIndexOf('/') + 1);
  return {
    template: file, logicalId: name === '' ? 'function' : name, format: '.NET tools', at: root.at, name: name === '' ? 'function' : name, language: 'dotnet', isFallback: true,
    runtime: runtimeOf(properties), handler, packageType: isImage ? { value: 'Image', from: property(properties, 'package-type')?.at } : undefined,
    code: codeOf(properties, folder, handler?.value, isImage),
    memory: number(properties, 'function-memory-size'),
    timeout: number(properties, 'function-timeout'),
    ephemeralStorage: number(properties, 'ephemerals-storage-size'),
    architecture: text(properties, 'function-architecture'),
    environment: environmentOf(properties), layers: itemsOf(text(properties, 'function-layers'), ','),
    conflicts: conflictsOf(properties),
    triggers: urlOf(properties), publishes: publishesOf(properties), failureDestination: reference(properties, 'dead-letter-target-arn'), entryPoints: [], unknown,
  };
}

/** The names of the options are those of `dotnet lambda deploy-function` (github.com/aws/aws-extensions-for-dotnet-cli). */
function conflictsOf(properties: Properties): DeclaredFunction['conflicts'] {
  const conflict = (value: PlatformConflict, name: string, holds: (written: string) => boolean): DeclaredFunction['conflicts'] => {
    const written = text(properties, name);
    return written && holds(written.value) ? [{ value, from: written.from }] : [];
  };
  const network = property(properties, 'function-subnets');
  return [
    ...(network && text(properties, 'function-subnets')?.value !== '' ? [{ value: 'vpc-config', from: network.at } as const] : []),
    ...conflict('snap-start', 'snap-start-apply-on', (value) => value === 'PublishedVersions'),
    ...conflict('text-logs', 'log-format', (value) => /^text$/i.test(value)),
    ...conflict('file-system', 'file-system-configs', (value) => value !== ''),
  ];
}

/** A truth value, also as a text. */
function isOn(properties: Properties, name: string): TemplateNode | undefined {
  const node = property(properties, name);
  return node?.kind === 'scalar' && /^true$/i.test(String(node.value)) ? node : undefined;
}

function publishesOf(properties: Properties): DeclaredFunction['publishes'] {
  const node = isOn(properties, 'function-publish');
  return node && { value: 'function-publish', from: node.at };
}

function urlOf(properties: Properties): DeclaredFunction['triggers'] {
  const node = isOn(properties, 'function-url-enable');
  return node ? [{ kind: 'function-url', name: 'function-url-enable', at: node.at }] : [];
}

/** `net8.0` is the framework of the runtime `dotnet8`. */
function runtimeOf(properties: Properties): Setting<string> | undefined {
  const runtime = text(properties, 'function-runtime');
  if (runtime) return runtime;
  const framework = text(properties, 'framework');
  const version = /^net(\d+)\.\d+$/.exec(framework?.value ?? '')?.[1];
  return version === undefined ? undefined : { value: `dotnet${version}`, from: framework?.from };
}

function codeOf(properties: Properties, folder: string, command: string | undefined, isImage: boolean): CodeSource {
  if (!isImage) return { kind: 'local', path: '.' };
  const dockerfile = text(properties, 'dockerfile')?.value;
  return { kind: 'image', context: '.', command, ...(dockerfile === undefined || joinPath(folder, dockerfile) === undefined ? {} : { dockerfile }) };
}

/** `A=1;B=2`, also with quotes. */
function environmentOf(properties: Properties): DeclaredFunction['environment'] {
  return new Map(itemsOf(text(properties, 'environment-variables'), ';').flatMap(({ value, from }) => {
    const [, name, rest] = /^\s*"?([\w.]+)"?\s*=\s*"?([^"]*)"?\s*$/.exec(value) ?? [];
    return name === undefined ? [] : [[name, { value: rest, from }] as const];
  }));
}

function itemsOf(setting: Setting<string> | undefined, separator: string): readonly Setting<string>[] {
  return (setting?.value ?? '').split(separator).map((item) => item.trim()).filter((item) => item !== '').map((value) => ({ value, from: setting?.from }));
}
