/** What a method locks by its modifiers and annotations. */
import type { Annotation, Operand, Span } from '../../ir/index.js';
import { guarded, type FunctionContext } from './context.js';
import type { JavaMethod, JavaType } from './model.js';
import { annotationNamed } from './modifiers.js';

/** The lock that a whole method holds. */
export interface Monitor {
  /** A field of the class; absent: the object, or the class when the method is static. */
  readonly field?: string;
  readonly mode: 'exclusive' | 'shared';
}

/** `synchronized`, and Lombok's annotations, which lock a field that they generate or name. */
export function monitorOf(words: ReadonlySet<string>, annotations: readonly Annotation[]): Monitor | undefined {
  const lombok = annotationNamed(annotations, 'lombok.Synchronized', 'lombok.Locked', 'lombok.Locked.Read', 'lombok.Locked.Write');
  if (lombok) return { field: namedField(lombok) ?? (words.has('static') ? '$LOCK' : '$lock'), mode: lombok.name === 'lombok.Locked.Read' ? 'shared' : 'exclusive' };
  return words.has('synchronized') ? { mode: 'exclusive' } : undefined;
}

function namedField({ args }: Annotation): string | undefined {
  const value = args.find((arg) => arg.name === undefined || arg.name === 'value')?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `body` while the method's lock is held, if it has one. */
export function underMonitor(f: FunctionContext, type: JavaType, { signature, monitor }: JavaMethod, body: () => void): void {
  if (!monitor) body();
  else guarded(f, lockOf(f, type, monitor, signature.isStatic, signature.at), signature.at, body, monitor.mode);
}

function lockOf(f: FunctionContext, type: JavaType, { field }: Monitor, isStatic: boolean, at: Span): Operand {
  if (field === undefined) return isStatic ? { kind: 'type', type: type.id } : { kind: 'this' };
  const isOfClass = isStatic || type.declaration.fields.some((candidate) => candidate.name === field && candidate.isStatic);
  return f.builder.produce((to) => ({ op: 'load', to, place: isOfClass ? { kind: 'static', type: type.id, field } : { kind: 'field', object: { kind: 'this' }, field }, at }));
}
