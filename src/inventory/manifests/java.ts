/** Packages of Java projects: Maven, Gradle and Gradle's version catalogues. Packages are named `group:artifact`. */
import { blanked, filled } from './manifest.js';
import type { Declaration, ManifestConvention, ManifestKind, PropertyValue } from './manifest.js';
import { textsIn, tomlEntries, type TomlEntry } from './toml.js';
import { elementsOf, textIn, withoutComments, withoutElements } from './xml.js';

/** `${version}` and `$version`. */
const REFERENCE = /\$\{([\w.-]+)\}|\$(\w+)/g;

const MAVEN: ManifestKind = {
  name: /^pom\.xml$/,
  declarations: (text, property) => {
    const own = ['plugin', 'exclusions'].reduce(withoutElements, withoutComments(text));
    const managed = elementsOf(own, 'dependencyManagement').map(({ span }) => span);
    const parent = elementsOf(own, 'parent')[0];
    const known: PropertyValue = (name) => {
      const inherited = /^(?:project\.)?(?:parent\.)?version$/.test(name) ? textIn(withoutElements(own, 'dependencies'), 'version') ?? (parent && textIn(parent.text, 'version')) : undefined;
      return property(name) ?? (inherited && { text: inherited.value });
    };
    return elementsOf(own, 'dependency').flatMap((dependency) => mavenDependency(dependency, managed.some(({ start, end }) => start < dependency.span.start && dependency.span.end < end), known));
  },
  parents: (text) => {
    const parent = elementsOf(withoutComments(text), 'parent')[0];
    const path = parent && textIn(parent.text, 'relativePath')?.value;
    return path === undefined || path === '' ? [] : [path.endsWith('.xml') ? path : `${path}/pom.xml`];
  },
};

function mavenDependency({ text, span }: ReturnType<typeof elementsOf>[number], isManaged: boolean, property: PropertyValue): readonly Declaration[] {
  const value = (name: string): string | undefined => textIn(text, name)?.value;
  const [group, artifact] = [value('groupId'), value('artifactId')];
  if (group === undefined || artifact === undefined) return [];
  const version = textIn(text, 'version');
  const scope = value('scope');
  const name = isManaged && scope === 'import' ? patternOfBom(group, artifact) : `${group}:${artifact}`;
  const at = version ? { start: span.start + version.span.start, end: span.start + version.span.end } : span;
  const written = filled(version?.value, REFERENCE, property);
  return [{ name, use: isManaged ? 'managed' : scope === 'test' ? 'develop' : 'run', span: at, ...(written ? { version: written } : {}) }];
}

/** A bill of materials decides about the packages that are called as it is. */
function patternOfBom(group: string, artifact: string): string {
  return `${group}:${artifact.replace(/(^|-)bom$/, '$1')}*`;
}

const GRADLE: ManifestKind = {
  name: /^build\.gradle(?:\.kts)?$/,
  declarations: (text, property) => {
    const code = blanked(text, /\/\*[^]*?\*\/|^[ \t]*\/\/.*$/gm);
    const short = [...code.matchAll(/^([^\r\n"']*)["']([\w.-]+):([\w.-]+)(?::([^"':@\r\n]+))?[^"'\r\n]*["']/gm)].map(({ 0: all, 1: before = '', 2: group = '', 3: artifact = '', 4: version, index }) =>
      gradleDependency({ before, group, artifact, version, start: index + before.length, end: index + all.length }, property));
    const long = [...code.matchAll(/^([^\r\n"']*)group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["'](?:\s*,\s*version\s*[:=]\s*["']([^"'\r\n]+)["'])?/gm)].map(({ 0: all, 1: before = '', 2: group = '', 3: artifact = '', 4: version, index }) =>
      gradleDependency({ before, group, artifact, version, start: index + before.length, end: index + all.length }, property));
    return [...short, ...long];
  },
};

interface GradleLine {
  /** What stands before the coordinates: `implementation platform(`. */
  readonly before: string;
  readonly group: string;
  readonly artifact: string;
  readonly version: string | undefined;
  readonly start: number;
  readonly end: number;
}

function gradleDependency({ before, group, artifact, version, start, end }: GradleLine, property: PropertyValue): Declaration {
  const isBom = /\b(?:enforcedPlatform|platform|mavenBom)\b/.test(before);
  const isForTests = /\b\w*[tT]est\w*\b|\bannotationProcessor\b|\bclasspath\b/.test(before.replace(/.*[{;]/, ''));
  const written = filled(version, REFERENCE, property);
  return { name: isBom ? patternOfBom(group, artifact) : `${group}:${artifact}`, use: isBom ? 'managed' : isForTests ? 'develop' : 'run', span: { start, end }, ...(written ? { version: written } : {}) };
}

const CATALOGUE: ManifestKind = {
  name: /^libs\.versions\.toml$/, within: 'gradle',
  declarations: (text) => {
    const entries = tomlEntries(text);
    const versions = new Map(entries.flatMap((entry) => (entry.table === 'versions' ? [[entry.key, textsIn(entry)[0]?.text]] : [])));
    return entries.filter(({ table }) => table === 'libraries').flatMap((entry) => catalogued(entry, versions));
  },
};

/** `s3 = "group:artifact:1.0"`, or with `module`, `group` and `name`, `version` and `version.ref`. */
function catalogued(entry: TomlEntry, versions: ReadonlyMap<string, string | undefined>): readonly Declaration[] {
  const { value, start, valueStart } = entry;
  const named = (key: string): string | undefined => new RegExp(`(?:^|[{,\\s])${key.replace('.', '\\.')}\\s*=\\s*["']([^"']*)["']`).exec(value)?.[1];
  const [group = named('group'), artifact = named('name'), short] = (named('module') ?? (value.startsWith('{') ? '' : textsIn(entry)[0]?.text) ?? '').split(':').map((part) => part || undefined);
  if (group === undefined || artifact === undefined) return [];
  const version = short ?? versions.get(named('version.ref') ?? '') ?? named('version');
  const isBom = /(?:^|-)bom$/.test(artifact);
  return [{ name: isBom ? patternOfBom(group, artifact) : `${group}:${artifact}`, use: isBom ? 'managed' : 'run', span: { start, end: valueStart + value.trimEnd().length }, ...(version === undefined ? {} : { version: { text: version } }) }];
}

/** Where properties of a Gradle build are set. */
const PROPERTIES: ManifestKind = { name: /^gradle\.properties$/, declarations: () => [] };

export const JAVA_MANIFESTS: ManifestConvention = {
  manifests: [MAVEN, GRADLE, CATALOGUE, PROPERTIES], locks: [],
  property: (text, name) => textIn(text, name) ?? gradleProperty(text, name),
};

/** `name = "1.0"`, `set("name", "1.0")`, `val name by extra("1.0")`. */
function gradleProperty(text: string, name: string): ReturnType<typeof textIn> {
  const quoted = name.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
  const found = new RegExp(`(?:(?:^|[\\s.])${quoted}\\s*(?:=|by\\s+extra\\s*\\()|["']${quoted}["']\\s*[,\\]=]\\s*=?)\\s*["']?([\\w.+-]+)`, 'm').exec(text);
  return found ? { value: found[1] ?? '', span: { start: found.index + found[0].search(/\S/), end: found.index + found[0].length } } : undefined;
}
