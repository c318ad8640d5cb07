/** Package versions of Java projects: Maven, Gradle and Gradle's version catalogues. Packages are named `group:artifact`. */
import { escaped } from './manifest.js';
import type { ManifestConvention, ManifestKind, PropertyValue } from './manifest.js';

const MAVEN: ManifestKind = {
  name: /^pom\.xml$/,
  version: (text, name, property) => {
    const { group, artifact } = coordinates(name);
    const dependencies = text.replace(/<!--[\s\S]*?-->/g, '').match(/<dependency>[\s\S]*?<\/dependency>/g) ?? [];
    const found = dependencies.find((dependency) => element(dependency, 'groupId') === group && element(dependency, 'artifactId') === artifact && element(dependency, 'version') !== undefined);
    return found && filled(element(found, 'version'), property);
  },
};

const GRADLE: ManifestKind = {
  name: /^build\.gradle(?:\.kts)?$/,
  version: (text, name, property) => filled(new RegExp(`["']${escaped(name)}:([^"':@]+)`).exec(text)?.[1], property),
};

const CATALOGUE: ManifestKind = {
  name: /^libs\.versions\.toml$/,
  version: (text, name) => {
    const { group, artifact } = coordinates(name);
    const line = text.split('\n').find((candidate) => candidate.includes(`"${name}`) || (candidate.includes(`"${group}"`) && candidate.includes(`"${artifact}"`)));
    if (line === undefined) return undefined;
    const reference = /version\.ref\s*=\s*"([^"]+)"/.exec(line)?.[1];
    if (reference !== undefined) return new RegExp(`^\\s*${escaped(reference)}\\s*=\\s*"([^"]+)"`, 'm').exec(text)?.[1];
    return /version\s*=\s*"([^"]+)"/.exec(line)?.[1] ?? new RegExp(`"${escaped(name)}:([^"]+)"`).exec(line)?.[1];
  },
};

/** Where properties of a Gradle build are set. */
const PROPERTIES: ManifestKind = { name: /^gradle\.properties$/, version: () => undefined };

export const JAVA_MANIFESTS: ManifestConvention = {
  kinds: [[MAVEN, GRADLE, CATALOGUE, PROPERTIES]],
  property: (text, name) => element(text, name) ?? new RegExp(`(?:^|[\\s.])${escaped(name)}\\s*=\\s*["']?([\\w.+-]+)`, 'm').exec(text)?.[1],
};

function coordinates(name: string): { readonly group: string; readonly artifact: string } {
  const [group = '', artifact = ''] = name.split(':');
  return { group, artifact };
}

function element(text: string, name: string): string | undefined {
  return new RegExp(`<${escaped(name)}>\\s*([^<]*?)\\s*</${escaped(name)}>`).exec(text)?.[1];
}

/** `${version}` and `$version` with what the properties say. */
function filled(written: string | undefined, property: PropertyValue): string | undefined {
  return written?.replace(/\$\{([\w.-]+)\}|\$(\w+)/g, (all, braced: string | undefined, plain: string | undefined) => property(braced ?? plain ?? '') ?? all);
}
