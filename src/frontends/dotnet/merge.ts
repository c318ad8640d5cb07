/** The declarations of a partial type, put together. */
import type { TypeDeclaration, TypeRef } from '../../ir/index.js';
import type { DotnetMethod, DotnetType, TypePart } from './model.js';

/** One type out of its parts, which are in the order of their files. `isInterface` tells interfaces among the bases. */
export function mergeParts(parts: readonly TypePart[], isInterface: (base: TypeRef) => boolean): DotnetType {
  const [first] = parts;
  if (first === undefined) throw new Error('a type has at least one part');
  const methods = withoutDeclarations(parts.flatMap((part) => part.methods));
  const fields = new Map(parts.flatMap((part) => part.fields).map((field) => [field.name, field]));
  const instanceInit = parts.find((part) => part.instanceInit !== undefined)?.instanceInit;
  const staticInit = parts.find((part) => part.staticInit !== undefined)?.staticInit;
  const declaration: TypeDeclaration = {
    id: first.id, name: first.name, kind: first.kind, isAbstract: parts.some((part) => part.isAbstract),
    bases: basesOf(parts, isInterface), typeParameters: first.typeParameters, fields: [...fields.values()], methods: methods.map((m) => m.signature),
    ...(instanceInit === undefined ? {} : { instanceInit }), ...(staticInit === undefined ? {} : { staticInit }),
    annotations: parts.flatMap((part) => part.annotations), at: first.at,
  };
  return {
    id: first.id, declaration, methods, parts, isDelegate: first.isDelegate, isStatic: parts.some((part) => part.isStatic),
    ...(first.around === undefined ? {} : { around: first.around }), hasPrimary: parts.some((part) => part.primary !== undefined),
  };
}

/** The base class comes first, whichever part names it. */
function basesOf(parts: readonly TypePart[], isInterface: (base: TypeRef) => boolean): readonly TypeRef[] {
  const bases = new Map(parts.flatMap((part) => part.bases).map((base) => [base.name, base]));
  const all = [...bases.values()];
  if (parts.length === 1) return all;
  return [...all.filter((base) => !isInterface(base)), ...all.filter(isInterface)];
}

/** `partial void OnChanged();` is no method of its own when another part has its body. */
function withoutDeclarations(methods: readonly DotnetMethod[]): readonly DotnetMethod[] {
  const same = (a: DotnetMethod, b: DotnetMethod): boolean => a.name === b.name && a.signature.parameters.length === b.signature.parameters.length;
  const declared = methods.filter((m) => m.signature.isAbstract);
  if (declared.length === 0) return methods;
  return methods.filter((m) => !m.signature.isAbstract || !methods.some((other) => other !== m && !other.signature.isAbstract && same(other, m)));
}
