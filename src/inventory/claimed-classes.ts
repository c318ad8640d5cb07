/** Classes that are said to be safe for concurrent use: by an annotation, or by whoever asks for their audit. They are no functions, and are listed apart. */
import type { TypeDeclaration } from '../ir/index.js';
import type { CodeBase, Conventions, EntryResolution } from './conventions/index.js';
import { locationOf, nameInFile } from './conventions/members.js';
import type { EntryReference, LambdaFunction } from './lambda-function.js';
import { ALL_CONVENTIONS, codeBaseOf, type ProgramSource } from './programs.js';
import { nameOf } from './signature-functions.js';

/** All classes of the repository that an annotation says to be safe. */
export function classesByAnnotation(source: ProgramSource): readonly LambdaFunction[] {
  const found: LambdaFunction[] = [];
  for (const conventions of ALL_CONVENTIONS) {
    const files = filesThatClaim(conventions, source);
    const code = files.length > 0 ? codeBaseOf(source, conventions.language) : undefined;
    if (code) found.push(...files.flatMap((file) => claimedIn(file, conventions, code)));
  }
  return found;
}

/** Files that may hold such an annotation, by their text. */
function filesThatClaim({ claims, extensions }: Conventions, { project }: ProgramSource): readonly string[] {
  const { safe } = claims;
  if (safe === undefined) return [];
  return project.files.filter((file) => extensions.some((extension) => file.endsWith(extension)) && namesAnnotation(project.read(file) ?? '', safe));
}

function namesAnnotation(text: string, safe: RegExp): boolean {
  return [...text.matchAll(/@\s*([\w.]+)/g)].some(([, name = '']) => safe.test(name));
}

function claimedIn(file: string, conventions: Conventions, code: CodeBase): readonly LambdaFunction[] {
  const index = code.program.index(file);
  return (index?.types ?? []).flatMap((type) => {
    const claim = type.kind === 'interface' ? undefined : claimOf(type, conventions);
    if (claim === undefined) return [];
    const entry = { file, symbol: nameInFile(type, index!), at: locationOf(code, file, type.at) };
    const resolution = conventions.resolveSymbol(file, entry.symbol, code);
    return resolution.kind === 'found' && resolution.targets.length > 0 && !servesInvocations(resolution, file, conventions, code) ? [claimedClass(entry, conventions, claim)] : [];
  });
}

/** `the class is annotated @ThreadSafe` */
function claimOf({ annotations }: TypeDeclaration, { claims }: Conventions): string | undefined {
  const named = annotations.find(({ name }) => claims.safe?.test(name))?.name;
  return named === undefined ? undefined : `the class is annotated @${named.slice(named.lastIndexOf('.') + 1)}`;
}

/** What `--entry` names when it is no function: a class, or all that a file has. Nothing when the platform calls some of it: that is a function. */
export function classAskedFor(entry: EntryReference, resolution: EntryResolution, conventions: Conventions, code: CodeBase): LambdaFunction | undefined {
  if (resolution.kind !== 'found' || resolution.whole === undefined || servesInvocations(resolution, entry.file, conventions, code)) return undefined;
  const index = code.program.index(entry.file);
  const type = resolution.whole === 'class' ? index?.types.find(({ id }) => resolution.targets.some(({ receiver }) => receiver === id)) : undefined;
  const claim = type && claimOf(type, conventions);
  return claimedClass({ ...entry, ...(type ? { at: locationOf(code, entry.file, type.at) } : {}) }, conventions, claim ?? `${resolution.whole === 'class' ? 'the class was' : 'its file was'} given with --entry`);
}

/** Whether a function's signature is among the targets. */
function servesInvocations(resolution: EntryResolution, file: string, conventions: Conventions, code: CodeBase): boolean {
  const handlers = new Set(conventions.signaturesIn(file, code).flatMap(({ entry }) => {
    const handler = conventions.resolveSymbol(entry.file, entry.symbol, code);
    return handler.kind === 'found' ? handler.targets.map((target) => target.function) : [];
  }));
  return resolution.kind === 'found' && resolution.targets.some((target) => handlers.has(target.function));
}

function claimedClass(entry: EntryReference, { language }: Conventions, because: string): LambdaFunction {
  return {
    id: `${entry.file}#${entry.symbol}`, name: nameOf(entry), language, environment: new Map(), layers: [], unknown: [], entries: [entry],
    ...(entry.at ? { at: entry.at } : {}), evidence: [because], claimedSafe: { because },
  };
}
