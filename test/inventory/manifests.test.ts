import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/frontends/frontend.js';
import { pinnedVersions } from '../../src/inventory/index.js';
import { memoryProject, type Files } from './memory-project.js';

function pinned(language: Language, file: string, name: string, files: Files): string | undefined {
  return pinnedVersions(memoryProject({ [file]: '', ...files }), language, file)(name);
}

describe('versions that manifests pin', () => {
  it('reads lock files of Node.js before ranges, in whatever folder above', () => {
    const range = { 'api/package.json': '{"dependencies":{"@till/core":"^2.1.0"}}' };
    const lock = { 'package-lock.json': '{"packages":{"api":{},"node_modules/@till/core":{"version":"2.4.1"}}}' };
    expect(pinned('node', 'api/src/a.ts', '@till/core', range)).toBe('^2.1.0');
    expect(pinned('node', 'api/src/a.ts', '@till/core', { ...range, ...lock })).toBe('2.4.1');
    expect(pinned('node', 'api/src/a.ts', '@till/core', { ...range, 'yarn.lock': '"@till/core@^2.1.0":\n  version "2.3.0"\n' })).toBe('2.3.0');
    expect(pinned('node', 'api/src/a.ts', '@till/core', { ...range, 'pnpm-lock.yaml': "packages:\n\n  '@till/core@2.2.9':\n    resolution: {}\n" })).toBe('2.2.9');
    expect(pinned('node', 'api/src/a.ts', 'till', { ...range, ...lock })).toBeUndefined();
  });

  it('reads project files of .NET, and versions kept in one place', () => {
    const reference = (text: string): Files => ({ 'src/App/App.csproj': `<Project><ItemGroup>${text}</ItemGroup></Project>` });
    expect(pinned('dotnet', 'src/App/Function.cs', 'Till.Core', reference('<PackageReference Include="Till.Core" Version="1.6.5" />'))).toBe('1.6.5');
    expect(pinned('dotnet', 'src/App/Function.cs', 'Till.Core', reference('<PackageReference Include="Till.Core"><Version>1.6.4</Version></PackageReference>'))).toBe('1.6.4');
    const central = { 'Directory.Packages.props': '<Project><PropertyGroup><Till>3.0.1</Till></PropertyGroup><PackageVersion Include="Till.Core" Version="$(Till)" /></Project>' };
    expect(pinned('dotnet', 'src/App/Function.cs', 'Till.Core', { ...reference('<PackageReference Include="Till.Core" />'), ...central })).toBe('3.0.1');
    expect(pinned('dotnet', 'src/App/Function.cs', 'Till', { ...reference('<PackageReference Include="Till.Core" />'), ...central })).toBeUndefined();
  });

  it('reads Maven, Gradle and version catalogues, with their properties', () => {
    const file = 'app/src/main/java/App.java';
    const pom = (version: string): string => `<project><dependencies><dependency><groupId>org.till</groupId><artifactId>till-core</artifactId>${version}</dependency></dependencies></project>`;
    expect(pinned('java', file, 'org.till:till-core', { 'app/pom.xml': pom('<version>2.7.0</version>') })).toBe('2.7.0');
    expect(pinned('java', file, 'org.till:till-core', { 'app/pom.xml': pom('<version>${till.version}</version>'), 'pom.xml': '<project><properties><till.version>2.6.0</till.version></properties></project>' })).toBe('2.6.0');
    expect(pinned('java', file, 'org.till:till-core', { 'app/pom.xml': pom(''), 'pom.xml': `<dependencyManagement>${pom('<version>2.5.0</version>')}</dependencyManagement>` })).toBe('2.5.0');
    expect(pinned('java', file, 'org.till:till-core', { 'app/build.gradle': "ext.tillVersion = '2.4.0'\ndependencies { implementation \"org.till:till-core:$tillVersion\" }" })).toBe('2.4.0');
    expect(pinned('java', file, 'org.till:till-core', { 'app/build.gradle.kts': 'implementation("org.till:till-core:2.3.0")' })).toBe('2.3.0');
  });

  it('reads lock files and requirements of Python, however the name is spelled', () => {
    expect(pinned('python', 'fn/app.py', 'till-core', { 'poetry.lock': '[[package]]\nname = "till-core"\nversion = "2.0.1"\n' })).toBe('2.0.1');
    expect(pinned('python', 'fn/app.py', 'till-core', { 'fn/requirements.txt': 'boto3\nTill_Core[all]==2.0.2  # pinned\n' })).toBe('==2.0.2');
    expect(pinned('python', 'fn/app.py', 'till-core', { 'pyproject.toml': '[project]\ndependencies = ["till-core>=2,<3"]\n' })).toBe('>=2,<3');
    expect(pinned('python', 'fn/app.py', 'till-core', { 'pyproject.toml': '[tool.poetry.dependencies]\ntill-core = {extras = ["all"], version = "^2.1"}\n' })).toBe('^2.1');
  });

  it('says nothing where a manifest is broken or names another package', () => {
    expect(pinned('node', 'a.js', 'till', { 'package-lock.json': '{', 'package.json': '[]' })).toBeUndefined();
    expect(pinned('java', 'A.java', 'org.till:till', { 'pom.xml': '<project><dependency>' })).toBeUndefined();
    expect(pinned('python', 'a.py', 'till', { 'requirements.txt': 'till-core==1\nnottill==2\n' })).toBeUndefined();
  });
});
