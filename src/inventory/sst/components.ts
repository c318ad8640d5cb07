/** Components of SST that are functions, or hold the handlers of some. https://sst.dev/docs/component/aws/function */
import { relativeTo } from '../cdk/code.js';
import { madeIn } from '../cdk/names.js';
import { nameOf, noteUnknown, setting, type Properties } from '../cdk/properties.js';
import { objectsOf, type Run } from '../evaluation/run.js';
import { propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { CapacityProvider, Trigger } from '../lambda-function.js';
import { resourceMeant } from '../pulumi/resource-names.js';
import { scaled } from '../pulumi/resources.js';
import type { DeclaredFunction } from '../templates/declared-function.js';
import { defaultsIn, functionSettings, urlOf, type SettingsContext } from './function-settings.js';
import { triggerOf } from './triggers.js';

const COMPONENT = /^(?:sst\.aws|sst\/constructs|@serverless-stack\/resources)\.(\w+)$/;
/** Methods that take a handler. */
const METHODS: ReadonlySet<string> = new Set([
  'subscribe', 'route', 'notify', 'subscribeQueue', 'addRoutes', 'addConsumer', 'addConsumers', 'addSubscribers', 'addRules', 'addNotifications', 'addTargets', 'addAuthorizer', 'addDataSource', 'addTriggers',
]);
/** Properties below which handlers stand. */
const HOLDERS = /^(?:job|function|consumer|handler|server|subscriber|subscribers|targets|rules|routes|notifications|triggers|authorizer|authorizers|authenticator|issuer|lambda|dataSources|consumers)$/;
const HANDLER = /^(?!https?:)[\w@./$-]+(?:\.[A-Za-z_$][\w$]*|::[\w.$]+(?:::\w+)?)$/;
const MAX_DEPTH = 6;

/** A place where a handler is written. */
interface Found {
  readonly handler: StaticValue;
  /** What stands around it, for a name: `GET /orders`. */
  readonly name: readonly string[];
}

/** A component or a call that names functions, and what it calls them for. */
interface Naming {
  readonly made: Made;
  readonly found: readonly Found[];
  readonly trigger: Trigger | undefined;
}

/** The functions that the components of an application declare; handlers are seen from `folder`. */
export function functionsOfComponents(run: Run, folder: string, providers: ReadonlyMap<Made, CapacityProvider>): readonly DeclaredFunction[] {
  const seen = objectsOf(run);
  const namings = seen.flatMap((made) => namingIn(made) ?? []);
  const defaults = defaultsIn(seen);
  const calling = (component: Made): readonly Trigger[] => namings.flatMap(({ found, trigger }) => (trigger && found.some(({ handler }) => functionMeant(handler) === component) ? [trigger] : []));
  return namings.flatMap(({ made, found, trigger }) => found.filter(({ handler }) => functionMeant(handler) === undefined).map((each) => {
    const own = functionOf(each, made, folder, { providers, defaults });
    return { ...own, managedInstances: scaled(own.managedInstances, made, run.evaluator.made), triggers: [...(trigger ? [trigger] : calling(made)), ...own.triggers] };
  }));
}

function namingIn(made: Made): Naming | undefined {
  const component = componentOf(made);
  if (component !== undefined) {
    const { id, props } = argumentsOf(made);
    const name = textOf(id) ?? component;
    if (component === 'Function') return { made, found: [{ handler: props ?? { kind: 'unknown' }, name: [name] }], trigger: undefined };
    return { made, found: handlersIn(props, [name], 0), trigger: triggerOf({ component, name, at: made.at, props }) };
  }
  const owner = madeIn(made.receiver);
  const ownerComponent = owner && componentOf(owner);
  if (owner === undefined || ownerComponent === undefined || !METHODS.has(made.by)) return undefined;
  const name = nameOf(owner) ?? ownerComponent;
  const texts = made.args.flatMap((arg) => textOf(arg) ?? []);
  const label = [name, ...texts.filter((text, i) => i < texts.length - 1 || !HANDLER.test(text))];
  const at = made.args.findLastIndex(isHandler);
  const found = at >= 0 ? [{ handler: made.args[at]!, name: label }] : made.args.flatMap((arg) => handlersIn(arg, label, 0));
  return { made, found, trigger: triggerOf({ component: ownerComponent, name, at: made.at, props: argumentsOf(owner).props, options: made.args[at + 1] ?? made.args.at(-1) }) };
}

function componentOf({ by, receiver }: Made): string | undefined {
  return receiver === undefined ? COMPONENT.exec(by)?.[1] : undefined;
}

/** Constructs of version 2 have their stack first. */
function argumentsOf({ by, args }: Made): { readonly id: StaticValue | undefined; readonly props: StaticValue | undefined } {
  const [id, props] = by.startsWith('sst.aws.') ? args : args.slice(1);
  return { id, props };
}

/** A handler's name, a function with its settings, or a function that is declared already. */
function isHandler(value: StaticValue): boolean {
  return HANDLER.test(textOf(value) ?? '') || (value.kind === 'record' && propertyOf(value, 'handler')?.value.kind === 'plain') || functionMeant(value) !== undefined;
}

/** The component that is meant: itself, or its ARN. */
function functionMeant(value: StaticValue): Made | undefined {
  const made = value.kind === 'member' ? resourceMeant(value) : madeIn(value);
  return made && componentOf(made) === 'Function' ? made : undefined;
}

/** Handlers below the properties that hold some: one, a list, or one for each name, which may hold others in the same way. */
function handlersIn(value: StaticValue | undefined, name: readonly string[], depth: number, isHolding = false): readonly Found[] {
  if (depth > MAX_DEPTH || value === undefined) return [];
  if (value.kind === 'list') return isHolding ? value.items.flatMap((item) => (isHandler(item) ? [{ handler: item, name }] : handlersIn(item, name, depth + 1))) : [];
  if (value.kind !== 'record') return [];
  return [...value.entries].flatMap(([key, { value: inner }]) => {
    const isHolder = HOLDERS.test(key);
    // `api.addRoutes(stack, { 'GET /orders': … })` has its routes at once.
    if (!isHolder && !isHolding && !(depth === 0 && /^[A-Z]+ +\//.test(key))) return [];
    const own = isHolder ? name : [...name, key];
    return isHandler(inner) ? [{ handler: inner, name: own }] : handlersIn(inner, own, depth + 1, isHolder);
  });
}

function functionOf({ handler, name }: Found, made: Made, folder: string, context: SettingsContext): DeclaredFunction {
  const { at } = made;
  const unknown: string[] = [];
  const written = textOf(handler);
  const properties: Properties = { props: written === undefined ? handler : undefined, at, unknown };
  const id = name.join(' ');
  const entry = written === undefined ? setting(properties, 'handler', textOf) : { value: written, from: at };
  if (entry === undefined) noteUnknown(properties, 'code', 'its handler is no literal value');
  const given = ['name', 'functionName'].flatMap((each) => textOf(propertyOf(properties.props, each)?.value) ?? []);
  return {
    template: at.file, logicalId: id, format: 'SST', at, name: given[0] ?? id, handler: entry,
    code: entry === undefined ? { kind: 'elsewhere' } : { kind: 'local', path: relativeTo(at.file, folder), from: entry.from }, buildMethod: 'esbuild', entryPoints: [],
    ...functionSettings(properties, context, propertyOf(propertyOf(argumentsOf(made).props, 'defaults')?.value, 'function')?.value),
    triggers: urlOf(properties), unknown,
  };
}
