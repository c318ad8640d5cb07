/** What calls a function, as the calls of a script set it up. */
import type { Trigger, TriggerKind } from '../../lambda-function.js';
import { DEFAULT_VISIBILITY, kindOfArn, kindOfPrincipal } from '../trigger-kinds.js';
import { itemsIn, number, numberIn, readable, readableIn, structure, text, type Call } from './calls.js';
import { isList, valueBelow, type OptionValue } from './shorthand.js';

/** The name of a function in its ARN, without a qualifier; other text is the name. */
export function functionNameIn(name: string | undefined): string | undefined {
  return name === undefined ? undefined : /:function:([^:]+)/.exec(name)?.[1] ?? name.replace(/:[\w$-]+$/, '');
}

/** `about`: calls that name the function; `others`: of other services. */
export function triggersOf(name: string | undefined, about: readonly Call[], others: readonly Call[]): readonly Trigger[] {
  const exact = [...about.flatMap((call) => ofCall(call, others)), ...rulesFor(name, about, others)];
  const kinds = new Set(exact.map(({ kind }) => kind));
  // Whoever may call the function surely does, where nothing says it more exactly.
  return [...exact, ...about.flatMap(permitted).filter(({ kind }) => !kinds.has(kind) && !(kind === 'events' && kinds.has('schedule')))];
}

function named(call: Call): Pick<Trigger, 'name' | 'at'> {
  return { name: `${call.operation} at line ${call.at.line}`, at: call.at };
}

function ofCall(call: Call, others: readonly Call[]): readonly Trigger[] {
  switch (call.operation) {
    case 'create-event-source-mapping': return [batches(call, others)];
    case 'create-function-url-config': return [{ kind: 'function-url', ...named(call) }];
    default: return [];
  }
}

function batches(call: Call, others: readonly Call[]): Trigger {
  const arn = readable(call, 'event-source-arn')?.value;
  const queue = others.find((other) => other.service === 'sqs' && other.operation === 'create-queue' && arn?.endsWith(`:${text(other, 'queue-name')?.value ?? '?'}`));
  const attributes = queue && structure(queue, 'attributes');
  const visibility = attributes && numberIn(attributes, ['VisibilityTimeout'], []);
  return {
    kind: sourceKind(call, arn), ...named(call), batchSize: number(call, 'batch-size', []),
    reportsItemFailures: (call.options.get('function-response-types') ?? []).some(({ text: each }) => each === 'ReportBatchItemFailures'),
    visibilityTimeout: visibility ?? (queue && valueBelow(attributes?.value, ['VisibilityTimeout']) === undefined && !isInFile(queue) ? { value: DEFAULT_VISIBILITY, from: queue.at } : undefined),
    failureDestination: readableIn(structure(call, 'destination-config'), ['OnFailure', 'Destination']) ?? itemsOf(attributes, 'RedrivePolicy'),
  };
}

function isInFile(queue: Call): boolean {
  return (queue.options.get('attributes') ?? []).some(({ text: each }) => each.startsWith('file:'));
}

function itemsOf(attributes: ReturnType<typeof structure>, name: string): Trigger['failureDestination'] {
  const items = itemsIn(attributes, [name]);
  return items && { value: items.value.join(','), from: items.from };
}

function sourceKind(call: Call, arn: string | undefined): TriggerKind {
  if (call.options.has('topics') || call.options.has('self-managed-event-source')) return 'kafka';
  return kindOfArn(arn) ?? 'other';
}

function permitted(call: Call): readonly Trigger[] {
  const kind = call.operation === 'add-permission' ? kindOfPrincipal(text(call, 'principal')?.value) : undefined;
  return kind === undefined ? [] : [{ kind, ...named(call) }];
}

/** Rules that have the function as a target, or that it lets call it. */
function rulesFor(name: string | undefined, about: readonly Call[], others: readonly Call[]): readonly Trigger[] {
  const targets = others.filter((call) => call.service === 'events' && call.operation === 'put-targets' && targetsOf(call).some((arn) => name !== undefined && functionNameIn(arn) === name));
  const permissions = about.filter(({ operation }) => operation === 'add-permission').flatMap((call) => /:rule\/(.+)$/.exec(readable(call, 'source-arn')?.value ?? '')?.[1] ?? []);
  const rules = new Set([...targets.flatMap((call) => readable(call, 'rule')?.value ?? []), ...permissions]);
  return others.filter((call) => call.service === 'events' && call.operation === 'put-rule' && rules.has(readable(call, 'name')?.value ?? '')).map((call) => {
    const schedule = text(call, 'schedule-expression');
    return { kind: call.options.has('schedule-expression') ? 'schedule' : 'events', ...named(call), schedule };
  });
}

function targetsOf(call: Call): readonly string[] {
  const found = structure(call, 'targets')?.value;
  const targets: readonly OptionValue[] = found === undefined ? [] : isList(found) ? found : [found];
  return targets.flatMap((target) => {
    const arn = valueBelow(target, ['Arn']);
    return typeof arn === 'string' ? [arn] : arn !== undefined && isList(arn) ? arn.filter((each) => typeof each === 'string') : [];
  });
}
