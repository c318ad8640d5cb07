/** What manifests declare: each package with the version that is used, and the line where people change it. */
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/frontends/frontend.js';
import { declaredPackages } from '../../src/inventory/index.js';
import { memoryProject, type Files } from './memory-project.js';

/** `name version use FILE:LINE`, with the lock file where one has decided. */
function declared(language: Language, file: string, files: Files): readonly string[] {
  return declaredPackages(memoryProject({ [file]: '', ...files }), language, file)
    .map(({ name, version, use, at, lockedIn }) => `${name} ${version ?? '-'} ${use} ${at.file}:${at.line}${lockedIn === undefined ? '' : ` by ${lockedIn}`}`);
}

describe('packages that manifests declare', () => {
  it('tells what is deployed from what is not, for Node.js', () => {
    const manifest = '{\n  "dependencies": {\n    "a": "^1.0.0"\n  },\n  "devDependencies": {\n    "b": "2.0.0"\n  }\n}\n';
    expect(declared('node', 'src/a.ts', { 'package.json': manifest })).toEqual(['a ^1.0.0 run package.json:3', 'b 2.0.0 develop package.json:6']);
  });

  it('takes the entry of the range from a lock file of Yarn, old and new', () => {
    const manifest = { 'package.json': '{"dependencies":{"a":"^1.0.0"}}' };
    const old = 'a@^2.0.0:\n  version "2.5.0"\n\n"a@^1.0.0", a@~1.1.0:\n  version "1.1.9"\n';
    expect(declared('node', 'a.ts', { ...manifest, 'yarn.lock': old })).toEqual(['a 1.1.9 run package.json:1 by yarn.lock']);
    expect(declared('node', 'a.ts', { ...manifest, 'yarn.lock': '"a@npm:^1.0.0":\n  version: 1.2.0\n  resolution: "a@npm:1.2.0"\n' })).toEqual(['a 1.2.0 run package.json:1 by yarn.lock']);
  });

  it('does not take a lock file for a folder that is no workspace of it', () => {
    const lock = '{"lockfileVersion":3,"packages":{"":{},"node_modules/a":{"version":"1.4.0"}}}';
    const files = { 'package-lock.json': lock, 'package.json': '{"dependencies":{"a":"^1.0.0"}}', 'fn/package.json': '{"dependencies":{"a":"^1.0.0"}}' };
    expect(declared('node', 'fn/a.ts', files)).toEqual(['a ^1.0.0 run fn/package.json:1']);
    expect(declared('node', 'a.ts', files)).toEqual(['a 1.4.0 run package.json:1 by package-lock.json']);
  });

  it('reads groups of Poetry, of the standard and of Pipenv', () => {
    const poetry = '[tool.poetry.dependencies]\npython = "^3.13"\na = "^1.0"\n\n[tool.poetry.group.dev.dependencies]\nb = { version = "2.0", extras = ["x"] }\n';
    expect(declared('python', 'a.py', { 'pyproject.toml': poetry })).toEqual(['a ^1.0 run pyproject.toml:3', 'b 2.0 develop pyproject.toml:6']);
    const standard = '[project]\nname = "x"\ndependencies = [\n  "a>=1,<2", # why\n  "c",\n]\n[project.optional-dependencies]\ntest = ["b==2"]\n';
    expect(declared('python', 'a.py', { 'pyproject.toml': standard })).toEqual(['a >=1,<2 run pyproject.toml:4', 'c - run pyproject.toml:5', 'b ==2 develop pyproject.toml:8']);
    const pipfile = { Pipfile: '[packages]\na = "*"\n[dev-packages]\nb = "*"\n', 'Pipfile.lock': '{"default":{"a":{"version":"==1.3"}}}' };
    expect(declared('python', 'a.py', pipfile)).toEqual(['a ==1.3 run Pipfile:2 by Pipfile.lock', 'b * develop Pipfile:4']);
  });

  it('leaves requirements alone where a lock file lies beside them', () => {
    const files = { 'fn/requirements.txt': 'a>=1\n', 'poetry.lock': '[[package]]\nname = "a"\nversion = "1.9"\n' };
    expect(declared('python', 'fn/a.py', files)).toEqual(['a >=1 run fn/requirements.txt:1']);
  });

  it('follows parents, properties and bills of materials of Maven', () => {
    const child = '<project>\n<parent><relativePath>../shared/parent/pom.xml</relativePath></parent>\n<dependencies>\n<dependency><groupId>g</groupId><artifactId>x-s3</artifactId></dependency>\n'
      + '<dependency><groupId>g</groupId><artifactId>y</artifactId><version>2</version><scope>test</scope></dependency>\n</dependencies>\n</project>';
    const parent = '<project>\n<properties>\n<x>1.7</x>\n</properties>\n<dependencyManagement><dependencies>\n<dependency><groupId>g</groupId><artifactId>x-bom</artifactId><version>${x}</version><scope>import</scope></dependency>\n</dependencies></dependencyManagement>\n</project>';
    expect(declared('java', 'app/src/A.java', { 'app/pom.xml': child, 'shared/parent/pom.xml': parent })).toEqual([
      'g:x-s3 1.7 run shared/parent/pom.xml:3', 'g:y 2 develop app/pom.xml:5', 'g:x-* 1.7 managed shared/parent/pom.xml:3',
    ]);
  });

  it('reads platforms, maps and catalogues of Gradle', () => {
    const build = "dependencies {\n  implementation platform('g:bom:3.1')\n  implementation 'g:s3'\n  implementation group: 'h', name: 'z', version: '4'\n  testImplementation 'h:t:1'\n}\n";
    expect(declared('java', 'src/A.java', { 'build.gradle': build })).toEqual([
      'g:s3 3.1 run build.gradle:2', 'h:z 4 run build.gradle:4', 'g:* 3.1 managed build.gradle:2', 'h:t 1 develop build.gradle:5',
    ]);
    const catalogue = '[versions]\nx = "1.5"\n[libraries]\ns3 = { group = "g", name = "s3", version.ref = "x" }\nt = "g:t:2"\n';
    expect(declared('java', 'src/A.java', { 'gradle/libs.versions.toml': catalogue })).toEqual(['g:s3 1.5 run gradle/libs.versions.toml:4', 'g:t 2 run gradle/libs.versions.toml:5']);
  });

  it('goes through hostile texts once', () => {
    const many = 60_000;
    const texts: readonly (readonly [Language, string, string])[] = [
      ['java', 'pom.xml', '<dependency><plugin><!--'.repeat(many)], ['dotnet', 'A.csproj', '<PackageReference Include="'.repeat(many)],
      ['python', 'pyproject.toml', `[project]\ndependencies = ${'["a", '.repeat(many)}`], ['python', 'requirements.txt', 'a[b('.repeat(many)],
      ['node', 'package.json', '{"dependencies":'.repeat(many)], ['java', 'build.gradle', "implementation 'a:".repeat(many)],
    ];
    for (const [language, name, text] of texts) expect(declared(language, 'a.txt', { [name]: text }).length, name).toBeLessThan(many);
  }, 20_000);
});
