/**
 * Registrations with dependency-injection containers, read from annotations. What each framework's annotations mean is in the
 * tables; a new framework is a new row.
 */
import type { Annotation, Binding, TypeRef } from '../../ir/index.js';
import type { JavaMethod, JavaType } from './model.js';
import { simpleType } from './types.js';

type Lifetime = Binding['lifetime'];

/** Annotations that make a class a component of the container, with the lifetime its instances have unless a scope says more. */
const COMPONENTS: ReadonlyMap<string, Lifetime> = new Map<string, Lifetime>(Object.entries({
  'org.springframework.stereotype.Component': 'singleton',
  'org.springframework.stereotype.Service': 'singleton',
  'org.springframework.stereotype.Repository': 'singleton',
  'org.springframework.stereotype.Controller': 'singleton',
  'org.springframework.web.bind.annotation.RestController': 'singleton',
  'org.springframework.web.bind.annotation.ControllerAdvice': 'singleton',
  'org.springframework.web.bind.annotation.RestControllerAdvice': 'singleton',
  'org.springframework.context.annotation.Configuration': 'singleton',
  'org.springframework.boot.autoconfigure.SpringBootApplication': 'singleton',
  'org.springframework.boot.context.properties.ConfigurationProperties': 'singleton',
  'org.mapstruct.Mapper': 'singleton',
  'io.micronaut.context.annotation.Factory': 'singleton',
  'io.micronaut.context.annotation.Bean': 'transient',
  'io.micronaut.http.annotation.Controller': 'singleton',
  'io.micronaut.http.client.annotation.Client': 'singleton',
}));

/** Annotations that set a lifetime; a class that carries one is a component, too. */
const SCOPES: ReadonlyMap<string, Lifetime> = new Map<string, Lifetime>(Object.entries({
  'javax.inject.Singleton': 'singleton',
  'jakarta.inject.Singleton': 'singleton',
  'com.google.inject.Singleton': 'singleton',
  'javax.ejb.Singleton': 'singleton',
  'jakarta.ejb.Singleton': 'singleton',
  'javax.ejb.Stateless': 'transient',
  'jakarta.ejb.Stateless': 'transient',
  'dagger.Reusable': 'singleton',
  'javax.enterprise.context.ApplicationScoped': 'singleton',
  'jakarta.enterprise.context.ApplicationScoped': 'singleton',
  'javax.enterprise.context.RequestScoped': 'request',
  'jakarta.enterprise.context.RequestScoped': 'request',
  'javax.enterprise.context.SessionScoped': 'request',
  'jakarta.enterprise.context.SessionScoped': 'request',
  'javax.enterprise.context.Dependent': 'transient',
  'jakarta.enterprise.context.Dependent': 'transient',
  'io.micronaut.context.annotation.Context': 'singleton',
  'io.micronaut.context.annotation.Infrastructure': 'singleton',
  'io.micronaut.context.annotation.Prototype': 'transient',
  'io.micronaut.runtime.context.scope.ThreadLocal': 'request',
  'io.micronaut.runtime.http.scope.RequestScope': 'request',
  'org.springframework.web.context.annotation.ApplicationScope': 'singleton',
  'org.springframework.web.context.annotation.RequestScope': 'request',
  'org.springframework.web.context.annotation.SessionScope': 'request',
}));

/** Annotations of methods that make instances, with the lifetime of what they return unless a scope says more. */
const PROVIDERS: ReadonlyMap<string, Lifetime> = new Map<string, Lifetime>(Object.entries({
  'org.springframework.context.annotation.Bean': 'singleton',
  'io.micronaut.context.annotation.Bean': 'transient',
  'javax.enterprise.inject.Produces': 'transient',
  'jakarta.enterprise.inject.Produces': 'transient',
  'dagger.Provides': 'transient',
  'com.google.inject.Provides': 'transient',
}));

/** Abstract methods that say which parameter type implements their return type. */
const BINDERS: ReadonlySet<string> = new Set(['dagger.Binds']);

/** Spring names the lifetime in a text. */
const NAMED_SCOPE = 'org.springframework.context.annotation.Scope';
const NAMED_LIFETIMES: ReadonlyMap<string, Lifetime> = new Map<string, Lifetime>(Object.entries({
  singleton: 'singleton', prototype: 'transient', request: 'request', session: 'request',
}));

/** Simple names of all annotations in the tables: a file without any of them registers nothing. */
export const BINDING_ANNOTATIONS: ReadonlySet<string> = new Set(
  [COMPONENTS, SCOPES, PROVIDERS].flatMap((table) => [...table.keys()]).concat([...BINDERS]).map((name) => name.replace(/^.*\./u, '')),
);

/** The registrations that the annotations of `type` and its methods make. */
export function bindingsIn(type: JavaType, file: string): readonly Binding[] {
  const own = lifetimeOf(type.declaration.annotations);
  const providers = type.methods.flatMap((method) => methodBindings(method, file));
  const { id, kind, bases, at } = type.declaration;
  if (own === undefined) return providers;
  // What implements an annotated interface is generated.
  if (kind === 'interface') return [{ service: id, lifetime: own, file, at }, ...providers];
  const services: readonly TypeRef[] = [simpleType(id), ...bases];
  return [...services.map((service): Binding => ({ service: service.name, implementation: id, lifetime: own, file, at })), ...providers];
}

function methodBindings(method: JavaMethod, file: string): readonly Binding[] {
  const { annotations, returns, parameters, id, at } = method.signature;
  if (returns === undefined || returns.name === 'void') return [];
  if (annotations.some((a) => BINDERS.has(a.name))) {
    const implementation = parameters[0]?.type?.name;
    return [{ service: returns.name, ...(implementation === undefined ? {} : { implementation }), lifetime: scopeIn(annotations) ?? 'transient', file, at }];
  }
  const made = annotations.find((a) => PROVIDERS.has(a.name));
  return made === undefined ? [] : [{ service: returns.name, lifetime: scopeIn(annotations) ?? PROVIDERS.get(made.name)!, provider: id, file, at }];
}

/** How long instances of a class with these annotations live; nothing when no container makes them. */
export function lifetimeOf(annotations: readonly Annotation[]): Lifetime | undefined {
  const component = annotations.find((a) => COMPONENTS.has(a.name));
  return scopeIn(annotations) ?? (component === undefined ? undefined : COMPONENTS.get(component.name));
}

function scopeIn(annotations: readonly Annotation[]): Lifetime | undefined {
  const named = annotations.find((a) => a.name === NAMED_SCOPE)?.args[0]?.value;
  if (typeof named === 'string') {
    const word = named.replace(/^.*[._]/u, '').toLowerCase();
    return NAMED_LIFETIMES.get(word);
  }
  const scope = annotations.find((a) => SCOPES.has(a.name));
  return scope === undefined ? undefined : SCOPES.get(scope.name);
}
