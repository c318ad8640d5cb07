/**
 * Which files and folders of a repository are not the team's own product code: dependencies, build output, vendored code,
 * tests, generated files. Data and one question; what `.gitignore` excludes is decided in walk.ts.
 */

/** Why a file is not looked at; these are the keys of `Inventory.passedOver`. */
export type PassedOverReason =
  | 'dependencies' | 'build output' | 'vendored' | 'tests' | 'minified or generated' | 'excluded by .gitignore' | 'symbolic links' | 'version control';

const FOLDERS: Readonly<Record<string, PassedOverReason>> = {
  '.git': 'version control', '.hg': 'version control', '.svn': 'version control',
  node_modules: 'dependencies', bower_components: 'dependencies', jspm_packages: 'dependencies',
  'site-packages': 'dependencies', venv: 'dependencies', '.venv': 'dependencies', virtualenv: 'dependencies',
  __pypackages__: 'dependencies', '.yarn': 'dependencies', '.pnpm-store': 'dependencies', '.m2': 'dependencies',
  dist: 'build output', build: 'build output', target: 'build output', bin: 'build output', obj: 'build output',
  '.aws-sam': 'build output', 'cdk.out': 'build output', '.serverless': 'build output', '.webpack': 'build output',
  '.esbuild': 'build output', '.next': 'build output', '.nuxt': 'build output', '.sst': 'build output', '.output': 'build output', '.open-next': 'build output', '.svelte-kit': 'build output', '.vercel': 'build output', '.amplify-hosting': 'build output', '.gradle': 'build output',
  '.terraform': 'build output', __pycache__: 'build output', '.mypy_cache': 'build output', '.pytest_cache': 'build output',
  '.tox': 'build output', '.nyc_output': 'build output', coverage: 'build output', '.turbo': 'build output',
  vendor: 'vendored', vendored: 'vendored', third_party: 'vendored', thirdparty: 'vendored', 'third-party': 'vendored',
  // Instructions for coding assistants, with samples of code.
  '.agents': 'vendored', '.claude': 'vendored', '.cursor': 'vendored', '.kiro': 'vendored',
  test: 'tests', tests: 'tests', __tests__: 'tests', __mocks__: 'tests', __fixtures__: 'tests', spec: 'tests', specs: 'tests',
  e2e: 'tests', cypress: 'tests',
};

/** Folder names that are build output beside the file that builds into them, and something else anywhere else. */
const BUILD_FILES: Readonly<Record<string, RegExp>> = {
  bin: /\.(?:cs|fs|vb)proj$|\.sln$|^(?:pom\.xml|build\.gradle(?:\.kts)?|\.classpath)$/,
  obj: /\.(?:cs|fs|vb)proj$|\.sln$/,
  target: /^(?:pom\.xml|Cargo\.toml|build\.sbt|package\.json|template\.ya?ml)$/,
  build: /^(?:package\.json|build\.gradle(?:\.kts)?|setup\.py|pyproject\.toml|CMakeLists\.txt|pom\.xml|tsconfig\.json|template\.ya?ml)$/,
};

const TEST_FOLDER = /(?:^|\.)(?:Unit|Integration|Functional|Acceptance|EndToEnd|E2E|Smoke)?Tests?$/;
const VIRTUAL_ENVIRONMENT = /^\.?venv[\w.-]*$/;

const FILES: readonly (readonly [RegExp, PassedOverReason])[] = [
  [/\.(?:test|tests|spec)\.[cm]?[jt]sx?$/, 'tests'],
  [/^(?:test_[^/]*|[^/]*_test|conftest)\.py$/, 'tests'],
  [/(?:Test|Tests|TestCase|[a-z0-9]IT)\.java$/, 'tests'],
  [/(?:Test|Tests)\.cs$/, 'tests'],
  [/\.min\.[cm]?js$|[.-]bundle\.[cm]?js$/, 'minified or generated'],
  [/\.(?:g|g\.i|designer|generated)\.cs$|_pb2(?:_grpc)?\.py$|_pb\.[jt]s$|\.generated\.[cm]?[jt]sx?$/i, 'minified or generated'],
];

/** Why the folder `name` is passed over with all it holds; `siblings` are the names of the files beside it. */
export function folderReason(name: string, siblings: readonly string[]): PassedOverReason | undefined {
  const reason = Object.hasOwn(FOLDERS, name) ? FOLDERS[name] : undefined;
  const buildFile = Object.hasOwn(BUILD_FILES, name) ? BUILD_FILES[name] : undefined;
  if (buildFile && !siblings.some((sibling) => buildFile.test(sibling))) return undefined;
  if (reason) return reason;
  if (VIRTUAL_ENVIRONMENT.test(name)) return 'dependencies';
  return TEST_FOLDER.test(name) ? 'tests' : undefined;
}

/** Why the file `name` is passed over by its name alone. */
export function fileReason(name: string): PassedOverReason | undefined {
  return FILES.find(([pattern]) => pattern.test(name))?.[1];
}
