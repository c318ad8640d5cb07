/** Terraform and OpenTofu: every folder with configuration files that is applied, and the modules that it calls. */
import type { Problem } from '../../../ir/index.js';
import { folderOf } from '../../files/files-below.js';
import type { CapacityProvider } from '../../lambda-function.js';
import type { ProgramSource } from '../../programs.js';
import type { DeclarationReader, Declarations, DeclaredFunction } from '../declared-function.js';
import { isConfiguration, ModuleTexts } from './configuration/module-text.js';
import { openConfiguration } from './configuration/open.js';
import { appliedFolders } from './applied-folders.js';
import { readCapacityProviders } from './resources/capacity-providers.js';
import { withCompanions } from './resources/companions.js';
import { readFunction } from './resources/function.js';
import { ResourceIndex } from './resources/resource-index.js';

export const terraform: DeclarationReader = {
  mayDeclare: isConfiguration,
  reachesBeside: true,
  read(files, source, isNamed): Declarations {
    const own = new Set(files.map(folderOf));
    const folders = isNamed ? [...own].sort() : appliedFolders(source).filter((folder) => own.has(folder));
    if (folders.length === 0) return { files: [], functions: [], capacityProviders: [], problems: [] };
    const texts = new ModuleTexts(source);
    const readings = folders.flatMap((folder) => readConfiguration(folder, texts) ?? []);
    const read = [...new Set(readings.flatMap((reading) => reading.files))].sort();
    return {
      files: read,
      functions: readings.flatMap(({ functions }) => functions),
      capacityProviders: distinct(readings.flatMap(({ capacityProviders }) => capacityProviders)),
      problems: [...texts.problems.filter(({ file }) => isNamed || read.includes(file)), ...readings.flatMap(({ problems }) => problems), ...(isNamed ? withoutFunctions(files, read, source) : [])],
    };
  },
};

function readConfiguration(folder: string, texts: ModuleTexts): Declarations | undefined {
  const text = texts.read(folder);
  if (text === undefined) return undefined;
  const module = openConfiguration(text, texts);
  const index = new ResourceIndex(module.everything());
  const providers = readCapacityProviders(index);
  const readings = index.all.flatMap((declared) => readFunction(declared, index, providers) ?? []);
  const functions: readonly DeclaredFunction[] = withCompanions(readings, index);
  const files = [...readings, ...[...providers.keys()].map((declared) => ({ declared }))].flatMap(({ declared }) => [declared.block.at.file, ...(declared.module.call ? [declared.module.call.file] : [])]);
  return { files, functions, capacityProviders: [...providers.values()], problems: module.configuration.problems };
}

/** A provider of a module is the same in all configurations that call it. */
function distinct(providers: readonly CapacityProvider[]): readonly CapacityProvider[] {
  return [...new Map(providers.map((provider) => [`${provider.at.file}:${provider.at.line}:${provider.name}`, provider])).values()];
}

function withoutFunctions(files: readonly string[], read: readonly string[], { project }: ProgramSource): readonly Problem[] {
  return files.filter((file) => !read.some((other) => folderOf(other) === folderOf(file))).map((file) => (
    project.read(file) === undefined ? project.problem(file) ?? { kind: 'unreadable', file, message: 'there is no such file' } : { kind: 'unreadable', file, message: 'no declaration: it declares no function' }
  ));
}
