/** Languages of Lambda functions that there is no front-end for: said by their names, so that nobody looks for their code in vain. */
import type { SourceProject } from '../frontends/frontend.js';
import { filesBelow } from './files/files-below.js';

/** By what a program in that language has at its root. */
const MANIFESTS: readonly (readonly [manifest: string, language: string])[] = [
  ['go.mod', 'Go'], ['Cargo.toml', 'Rust'], ['Gemfile', 'Ruby'], ['composer.json', 'PHP'], ['Package.swift', 'Swift'], ['CMakeLists.txt', 'C++'],
];
const EXTENSIONS: ReadonlyMap<string, string> = new Map([['go', 'Go'], ['rs', 'Rust'], ['rb', 'Ruby'], ['php', 'PHP'], ['swift', 'Swift'], ['cpp', 'C++']]);
/** SAM's build methods, and how the tools of a language call themselves. */
const BUILD_METHODS: readonly (readonly [RegExp, string])[] = [[/^go/, 'Go'], [/^rust/, 'Rust'], [/^ruby/, 'Ruby']];

/** The language of a program in `folder`, and what says so: `Go (functions/orders/go.mod)`. Nothing when it is not known. */
export function otherLanguageIn(folder: string | undefined, buildMethod: string | undefined, { files }: SourceProject): string | undefined {
  const built = BUILD_METHODS.find(([method]) => buildMethod !== undefined && method.test(buildMethod))?.[1];
  if (built !== undefined) return built;
  if (folder === undefined) return undefined;
  const below = filesBelow(files, folder);
  for (const [manifest, language] of MANIFESTS) {
    const name = folder === '' ? manifest : `${folder}/${manifest}`;
    if (below.includes(name)) return `${language} (${name})`;
  }
  const sources = below.flatMap((file) => EXTENSIONS.get(file.slice(file.lastIndexOf('.') + 1)) ?? []);
  const [first] = sources;
  return first !== undefined && sources.every((language) => language === first) ? first : undefined;
}
