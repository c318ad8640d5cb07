/** From a place in the IR, or a field or element of a value, to access paths and heap cells. */
import type { Field, Place, TypeId } from '../../ir/index.js';
import { ELEMENT, extend, extendAll, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf, qualifiedStep } from '../domain/cell.js';
import type { Shape } from '../domain/shape.js';
import { union } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { touchModule, touchType } from '../engine.js';
import type { Engine } from '../engine.js';
import { privateStep, privateSteps } from './private-places.js';
import { declaredShape } from './walk.js';

/** A place, resolved as far as the walk can. */
export interface Resolved {
  readonly paths: readonly AccessPath[];
  /** Cells of the heap that may stand behind the place. */
  readonly cells: readonly string[];
  readonly declared: Value['shapes'];
  readonly object: Value | undefined;
  readonly objectTypes: readonly TypeId[];
  readonly name: string;
}

export function variable(engine: Engine, place: Exclude<Place, { kind: 'field' | 'element' }>): Resolved {
  const path = pathOf(place);
  const base = { paths: [path], cells: [cellOf(path)], object: undefined, objectTypes: [] };
  switch (place.kind) {
    case 'module':
      touchModule(engine, place.module);
      return { ...base, declared: [], name: place.name };
    case 'static': {
      touchType(engine, place.type);
      const declaration = engine.hierarchy.field(place.type, place.field);
      const owner = declaration?.owner ?? place.type;
      const actual = pathOf({ kind: 'static', type: owner, field: place.field }, stepsOfAnnotations(engine, declaration?.field));
      return { ...base, paths: [actual], cells: [cellOf(actual)], declared: declaredShape(declaration?.field.type), name: place.field };
    }
    case 'captured':
      return { ...base, declared: declaredShape(engine.program.body(place.owner)?.localTypes.get(place.name)), name: place.name };
  }
}

/** A static that each thread has for itself. */
function stepsOfAnnotations(engine: Engine, declaration: Field | undefined): readonly string[] {
  return (declaration?.annotations ?? []).flatMap(({ name }) => privateStep(engine, name) ?? []).slice(0, 1);
}

/** A place that the running thread or flow of control has for itself. */
export function privatePlace(path: AccessPath, declared: readonly Shape[]): Resolved {
  return { paths: [path], cells: isGlobalCell(path) ? [cellOf(path)] : [], declared, object: undefined, objectTypes: [], name: 'value' };
}

/** Whether the cell of `path` means the same in every function: a variable, or below a field of a known class. */
export function isGlobalCell(path: AccessPath): boolean {
  const { kind } = path.root;
  return (kind !== 'parameter' && kind !== 'this' && kind !== 'fresh') || path.steps.some((step) => step.includes('#'));
}

/** A field of whatever `object` may be; steps name the declaring class where it is known. */
export function field(engine: Engine, object: Value, name: string): Resolved {
  const cells: string[] = [];
  const objectTypes: TypeId[] = [];
  let declared: Value['shapes'] = [];
  let step = name;
  let own: readonly string[] | undefined;
  for (const shape of object.shapes) {
    switch (shape.kind) {
      case 'instance': {
        const mine = privateSteps(engine, shape.type, name);
        if (mine) { own = mine; declared = union(declared, declaredShape(shape.args.at(-1)), 8); break; }
        objectTypes.push(shape.type);
        const known = engine.hierarchy.field(shape.type, name);
        if (!known && !engine.program.type(shape.type)) break;
        const owner = known?.owner ?? shape.type;
        if (step === name) step = qualifiedStep(owner, name);
        cells.push(qualifiedStep(owner, name));
        declared = union(declared, declaredShape(known?.field.type), 8);
        break;
      }
      case 'object': case 'array': cells.push(`${shape.site}.${name}`); break;
      case 'closure': cells.push(`fn ${shape.function}.${name}`); break;
      case 'member': case 'expiring': break;
      case 'type': cells.push(cellOf(pathOf({ kind: 'static', type: shape.type, field: name }))); break;
      case 'symbol': cells.push(`@${shape.name}.${name}`); break;
      case 'namespace': break;
    }
  }
  const steps = own ?? [step];
  const paths = object.paths.map((path) => extendAll(path, steps));
  for (const path of paths) if (isGlobalCell(path)) cells.push(cellOf(path));
  return { paths, cells: [...new Set(cells)], declared, object, objectTypes, name };
}

/** What an array literal is called as a type. */
const ARRAY = 'array';

/** The type of an array of fixed length, where the language's arrays are such. */
export function fixedArray({ knowledge }: Engine, object: Value): readonly TypeId[] {
  return object.shapes.some((shape) => shape.kind === 'array') && knowledge.type(ARRAY)?.collection === 'array' ? [ARRAY] : [];
}

/** The elements of whatever `object` may be. */
export function element(engine: Engine, object: Value): Resolved {
  const cells = object.shapes.flatMap((shape) => (shape.kind === 'object' ? [`${shape.site}${ELEMENT}`, ...engine.heap.membersOf(shape.site)] : shape.kind === 'array' ? [`${shape.site}${ELEMENT}`] : []));
  const types = object.shapes.flatMap((shape) => (shape.kind === 'instance' ? [shape] : []));
  const own = types.flatMap((shape) => privateSteps(engine, shape.type, undefined) ?? []);
  const paths = object.paths.map((path) => (own.length > 0 ? extendAll(path, own.slice(0, 2)) : extend(path, ELEMENT)));
  for (const path of paths) if (isGlobalCell(path)) cells.push(cellOf(path));
  const declared = types.flatMap((shape) => declaredShape(shape.args.at(-1)));
  return { paths, cells, declared, object, objectTypes: [...new Set([...(own.length > 0 ? [] : types.map((shape) => shape.type)), ...fixedArray(engine, object)])], name: 'element' };
}
