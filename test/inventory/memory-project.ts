/** A project in memory, and programs made of hand-written declarations, for tests. */
import { createJavaFrontend } from '../../src/frontends/java/frontend.js';
import { createNodeFrontend } from '../../src/frontends/node/frontend.js';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import type { Language, SourceProject } from '../../src/frontends/frontend.js';
import type { FunctionSignature, ModuleIndex, Program, TypeDeclaration } from '../../src/ir/index.js';
import { takeInventory, type Inventory } from '../../src/inventory/index.js';

/** Files by name, with their texts. */
export type Files = Readonly<Record<string, string>>;

export function memoryProject(files: Files): SourceProject {
  return {
    root: '/project', files: Object.keys(files).sort(), has: (file) => file in files,
    read: (file) => files[file], problem: () => undefined,
  };
}

/** A program that knows the given declarations and no bodies. */
export function declaredProgram(indexes: readonly ModuleIndex[]): Program {
  const byFile = new Map(indexes.map((index) => [index.file, index]));
  const types = new Map(indexes.flatMap((index) => index.types.map((type) => [type.id, { type, file: index.file }] as const)));
  return {
    index: (file) => byFile.get(file), module: () => undefined, body: () => undefined,
    type: (id) => types.get(id)?.type, fileOfType: (id) => types.get(id)?.file,
    directSubtypes: (id) => [...types.values()].filter(({ type }) => type.bases.some((base) => base.name === id)).map(({ type }) => type.id).sort(),
    bindings: () => [], problems: () => [], indexedFiles: () => [], loweredFiles: () => [],
  };
}

const NOWHERE = { start: 0, end: 0 };

export function moduleIndex(file: string, declarations: Partial<ModuleIndex>): ModuleIndex {
  return {
    file, types: [], functions: [], exports: new Map(), exportAll: [], exportsObject: false, imports: [], libraries: [], bindings: [], problems: [],
    ...declarations,
  };
}

export function signature(id: string, parameters: readonly (readonly [name: string, type?: string])[], more: Partial<FunctionSignature> = {}): FunctionSignature {
  return {
    id, name: id.slice(id.lastIndexOf('#') + 1),
    parameters: parameters.map(([name, type]) => ({ name, annotations: [], at: NOWHERE, ...(type === undefined ? {} : { type: { name: type, args: [] } }) })),
    isStatic: false, isAsync: false, isGenerator: false, isConstructor: false, isAbstract: false, isPrivate: false, annotations: [], at: NOWHERE,
    ...more,
  };
}

export function classDeclaration(id: string, methods: readonly FunctionSignature[], more: Partial<TypeDeclaration> = {}): TypeDeclaration {
  return { id, name: id.slice(id.lastIndexOf('.') + 1), kind: 'class', isAbstract: false, bases: [], typeParameters: [], fields: [], methods, annotations: [], at: NOWHERE, ...more };
}

/** The inventory of `files`, with the real Node and Java front-ends and, for other languages, `declared` programs. */
export async function inventoryOf(files: Files, declared: Partial<Record<Language, Program>> = {}): Promise<Inventory & { readonly opened: readonly Language[] }> {
  const project = memoryProject(files);
  const programs = new Map<Language, Program | undefined>();
  const java = createJavaFrontend();
  const open = (language: Language): Program | undefined => {
    if (declared[language]) return declared[language];
    if (language === 'node') return createNodeFrontend().open(project);
    return language === 'java' ? java.open(project) : undefined;
  };
  const inventory = takeInventory({
    project, parseHcl,
    programFor: (language) => {
      if (!programs.has(language)) programs.set(language, open(language));
      return programs.get(language);
    },
  });
  return { ...inventory, opened: [...programs.keys()].sort() };
}
