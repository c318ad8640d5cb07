/** Connection pools of a function that are sized outside of its code: in files that its framework reads, and in its variables. */
import type { SourceProject } from '../../frontends/frontend.js';
import type { Location } from '../../ir/index.js';
import type { LambdaFunction, Setting } from '../lambda-function.js';
import { filesByFolder, foldersAbove } from '../manifests/manifest.js';
import { declaredPackages } from '../manifests/packages.js';
import { POOL_CONVENTIONS, type PoolConvention } from './conventions.js';
import { settingName, settingsIn, type Settings } from './settings-file.js';

/** A pool of connections to a relational database that a file of settings or a variable sizes, and not the code. */
export interface ConfiguredPool {
  /** As people call what has it: `spring.datasource.hikari`. */
  readonly name: string;
  /** It is there when the code imports something like that. */
  readonly imports: RegExp;
  readonly limit: number;
  /** Nothing says how many: the library takes so many. */
  readonly isDefault: boolean;
  /** All connections are opened at once; otherwise there are no more than invocations that need one. */
  readonly fillsAtOnce: boolean;
  readonly at: Location;
}

type Environment = LambdaFunction['environment'];

/** What one file sets, for one profile or for all. */
interface Part {
  readonly settings: Settings;
  readonly profile: string | undefined;
}

/** A manifest stands where a module begins. */
const MANIFEST = /^(?:pom\.xml|build\.gradle(?:\.kts)?|.+\.csproj)$/;
const MAX_POOLS = 20;
const MAX_CONNECTIONS = 100_000;

/** Pools of `fn`. What depends on more than is written down is left out. */
export function configuredPools(project: SourceProject, fn: LambdaFunction): readonly ConfiguredPool[] {
  const file = fn.entries[0]?.file;
  if (fn.language === undefined || file === undefined) return [];
  const { language, environment } = fn;
  return POOL_CONVENTIONS[language].filter(({ packages }) => declaredPackages(project, language, file).some(({ name, use }) => use === 'run' && packages.test(name))).flatMap((convention) => poolsOf(convention, partsOf(project, file, convention), environment)).slice(0, MAX_POOLS);
}

function poolsOf(convention: PoolConvention, parts: readonly Part[], environment: Environment): readonly ConfiguredPool[] {
  const { name, imports, fillsAtOnce, byDefault } = convention;
  const pool = (limit: number, at: Location | undefined, isDefault = false): readonly ConfiguredPool[] => (at === undefined ? [] : [{ name, imports, limit, isDefault, fillsAtOnce, at }]);
  const variables = [...environment].filter(([variable]) => convention.variables.test(variable)).map(([, setting]) => setting);
  if (variables.length > 0) return variables.flatMap(({ value, from }) => { const size = value === undefined ? undefined : numberIn(convention, value); return size === undefined ? [] : pool(size, from); });
  const settings = effective(convention, parts, environment);
  if (settings === undefined) return [];
  const sizes = sizesIn(convention, settings);
  if (sizes.length > 0) return sizes.flatMap((setting) => { const size = numberIn(convention, filled(setting.value, settings, environment)); return size === undefined ? [] : pool(size, setting.from); });
  const address = byDefault && [...settings].find(([key]) => byDefault.address.test(key));
  return byDefault && address && ![...settings.keys()].some((key) => byDefault.unless?.test(key)) ? pool(byDefault.size, address[1].from, true) : [];
}

/** Of several names for one size that of the profile goes first; texts each have their own. */
function sizesIn({ size, option }: PoolConvention, settings: Settings): readonly Setting<string>[] {
  const found = [...settings].filter(([key]) => size.test(key)).sort(([a], [b]) => Number(b.startsWith('%')) - Number(a.startsWith('%'))).map(([, setting]) => setting);
  return option === undefined ? found.slice(0, 1) : found;
}

function numberIn({ option }: PoolConvention, text: string | undefined): number | undefined {
  const written = text === undefined ? undefined : option === undefined ? text : option.exec(text)?.[1];
  const number = written !== undefined && /^\d{1,6}$/.test(written.trim()) ? Number(written) : undefined;
  return number !== undefined && number > 0 && number <= MAX_CONNECTIONS ? number : undefined;
}

/** `${NAME:10}` is the variable, or another setting, or the number behind it; nothing where that is not known. */
function filled(text: string, settings: Settings, environment: Environment): string | undefined {
  const [, name, fallback] = /^\$\{([\w.-]+)(?::([^{}]*))?\}$/.exec(text.trim()) ?? [];
  if (name === undefined) return text;
  const variable = environment.get(name) ?? environment.get(name.replace(/[.-]/g, '_').toUpperCase());
  return variable ? variable.value : settings.get(settingName(name))?.value ?? fallback;
}

/** What the files set together for the profiles that are active; nothing where it depends on profiles that are not known. */
function effective(convention: PoolConvention, parts: readonly Part[], environment: Environment): Settings | undefined {
  const always = together(parts.filter(({ profile }) => profile === undefined));
  const active = activeProfiles(convention, always, environment);
  if (active) return together([{ settings: always, profile: undefined }, ...active.flatMap((profile) => parts.filter((part) => part.profile === settingName(profile)))]);
  const values = new Set(sizesIn(convention, always).map(({ value }) => value));
  const others = parts.filter(({ profile }) => profile !== undefined).flatMap(({ settings }) => sizesIn(convention, settings));
  return others.every(({ value }) => values.has(value)) ? always : undefined;
}

function activeProfiles({ profile }: PoolConvention, always: Settings, environment: Environment): readonly string[] | undefined {
  const variable = profile?.variables.map((name) => environment.get(name)).find((setting) => setting !== undefined);
  const set = variable ? variable.value : profile?.setting === undefined ? undefined : always.get(profile.setting)?.value;
  return set === undefined || set.includes('${') ? undefined : set.split(',').map((name) => name.trim());
}

function together(parts: readonly Part[]): Settings {
  return new Map(parts.flatMap(({ settings }) => [...settings]));
}

/** The files of the module that `file` belongs to. */
function partsOf(project: SourceProject, file: string, { files, folders = [], profile }: PoolConvention): readonly Part[] {
  const byFolder = filesByFolder(project);
  const module = foldersAbove(file).find((folder) => byFolder.get(folder)?.some((path) => MANIFEST.test(baseName(path))));
  if (files === undefined || module === undefined) return [];
  const candidates = folders.flatMap((folder) => byFolder.get([module, folder.replace(/\/$/, '')].filter((part) => part !== '').join('/')) ?? []);
  return candidates.flatMap((path) => {
    const match = files.exec(baseName(path));
    const text = match ? project.read(path) : undefined;
    if (!match || text === undefined) return [];
    return settingsIn(path, text).map((settings) => {
      const named = match.groups?.['profile'] ?? [...settings].find(([key]) => profile?.ofDocument?.test(key))?.[1].value;
      return { settings, profile: named === undefined ? undefined : settingName(named) };
    });
  });
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
