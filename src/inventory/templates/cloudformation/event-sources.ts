/** What calls the functions of a template: SAM's `Events`, and the resources of CloudFormation that name a function as their target. */
import type { Trigger } from '../../lambda-function.js';
import type { TemplateNode } from '../document.js';
import { kindOfPrincipal, withPermitted } from '../trigger-kinds.js';
import { list, property, section, text, type Properties } from './properties.js';
import { batchTrigger, kindOfSource } from './batch-sources.js';
import { samEvents } from './sam-events.js';
import { functionMeant, propertiesOf, resourceMeant, resourcesOf, type Resource, type Template } from './template.js';

/** One resource and the functions that it calls. */
interface Caller {
  readonly targets: readonly (TemplateNode | undefined)[];
  readonly trigger: Trigger;
}

type CallerReader = (properties: Properties, resource: Resource, template: Template) => readonly Caller[];

/** The triggers of each function of a template. */
export function eventSources(template: Template): (fn: Resource) => readonly Trigger[] {
  const found = new Map<Resource, Trigger[]>();
  for (const resource of template.resources.values()) {
    for (const { targets, trigger } of callersOf(template, resource)) {
      const functions = new Set(targets.flatMap((target) => functionMeant(template, target) ?? []));
      for (const fn of functions) found.set(fn, [...(found.get(fn) ?? []), trigger]);
    }
  }
  return (fn) => {
    const named = [...samEvents(template, fn), ...(found.get(fn) ?? [])];
    return withPermitted(named, permitted(template, fn));
  };
}

function callersOf(template: Template, resource: Resource): readonly Caller[] {
  return READERS.get(resource.type)?.(propertiesOf(template, resource), resource, template) ?? [];
}

function named(resource: Resource): Pick<Trigger, 'name' | 'at'> {
  return { name: resource.logicalId, at: resource.node.at };
}

const READERS: ReadonlyMap<string, CallerReader> = new Map<string, CallerReader>([
  ['AWS::Lambda::EventSourceMapping', (properties, resource, template) => {
    const arn = property(properties, 'EventSourceArn');
    const kind = property(properties, 'SelfManagedEventSource') ? 'kafka' : kindOfSource(template, arn);
    return [{ targets: [property(properties, 'FunctionName')], trigger: batchTrigger(template, properties, { ...named(resource), kind, source: arn }) }];
  }],
  ['AWS::Lambda::Url', (properties, resource) => [{ targets: [property(properties, 'TargetFunctionArn')], trigger: { kind: 'function-url', ...named(resource) } }]],
  ['AWS::Events::Rule', (properties, resource) => {
    const schedule = text(properties, 'ScheduleExpression');
    const targets = list(properties, 'Targets', { additive: false }).map((target) => (target.kind === 'map' ? target.get('Arn') : undefined));
    return [{ targets, trigger: { kind: schedule ? 'schedule' : 'events', ...named(resource), schedule } }];
  }],
  ['AWS::Scheduler::Schedule', (properties, resource) => [{
    targets: [property(section(properties, 'Target'), 'Arn')], trigger: { kind: 'schedule', ...named(resource), schedule: text(properties, 'ScheduleExpression') },
  }]],
  ['AWS::S3::Bucket', (properties, resource) => items(section(properties, 'NotificationConfiguration'), 'LambdaConfigurations')
    .map((item) => ({ targets: [item.get('Function')], trigger: { kind: 's3', ...named(resource) } }))],
  ['AWS::SNS::Topic', (properties, resource) => items(properties, 'Subscription').map((item) => ({ targets: [item.get('Endpoint')], trigger: { kind: 'sns', ...named(resource) } }))],
  ['AWS::SNS::Subscription', (properties, resource) => [{ targets: [property(properties, 'Endpoint')], trigger: { kind: 'sns', ...named(resource) } }]],
  ['AWS::Logs::SubscriptionFilter', (properties, resource) => [{ targets: [property(properties, 'DestinationArn')], trigger: { kind: 'logs', ...named(resource) } }]],
  ['AWS::IoT::TopicRule', (properties, resource) => items(section(properties, 'TopicRulePayload'), 'Actions')
    .map((action) => { const lambda = action.get('Lambda'); return { targets: [lambda?.kind === 'map' ? lambda.get('FunctionArn') : undefined], trigger: { kind: 'iot', ...named(resource) } }; })],
  ['AWS::Cognito::UserPool', (properties, resource) => {
    const config = section(properties, 'LambdaConfig').own;
    return [{ targets: (config?.keys ?? []).map((key) => config?.get(key)), trigger: { kind: 'cognito', ...named(resource) } }];
  }],
  ['AWS::ApiGateway::Method', (properties, resource) => [{ targets: [property(section(properties, 'Integration'), 'Uri')], trigger: { kind: 'http', ...named(resource) } }]],
  ['AWS::ApiGatewayV2::Integration', (properties, resource, template) => {
    const api = resourceMeant(template, property(properties, 'ApiId'));
    const protocol = api && text(propertiesOf(template, api), 'ProtocolType')?.value;
    return [{ targets: [property(properties, 'IntegrationUri')], trigger: { kind: protocol === 'WEBSOCKET' ? 'websocket' : 'http', ...named(resource) } }];
  }],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', (properties, resource) => items(properties, 'Targets').map((item) => ({ targets: [item.get('Id')], trigger: { kind: 'load-balancer', ...named(resource) } }))],
]);

/** The mappings in a list property. */
function items(properties: Properties, name: string) {
  return list(properties, name, { additive: false }).flatMap((item) => (item.kind === 'map' ? [item] : []));
}

/** Whoever may call the function surely does, where nothing says it more exactly. */
function permitted(template: Template, fn: Resource): readonly Trigger[] {
  return resourcesOf(template, (type) => type === 'AWS::Lambda::Permission').flatMap((permission) => {
    const properties = propertiesOf(template, permission);
    if (functionMeant(template, property(properties, 'FunctionName')) !== fn) return [];
    const kind = kindOfPrincipal(text(properties, 'Principal')?.value);
    return kind === undefined ? [] : [{ kind, ...named(permission) }];
  });
}
