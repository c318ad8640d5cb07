/**
 * Resources that call functions, and by which argument they name them: https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
import type { Trigger, TriggerKind } from '../../../lambda-function.js';
import type { Declared } from '../configuration/module.js';
import type { Value } from '../language/values.js';
import { batchTrigger } from './batch-sources.js';
import { propertiesOf, sections, text, valueAt, valueOf, type Path, type Properties } from './properties.js';
import type { ResourceIndex } from './resource-index.js';

/** One resource and the functions that it calls. */
export interface Caller {
  readonly targets: readonly (Value | undefined)[];
  readonly trigger: Trigger;
}

type CallerReader = (properties: Properties, declared: Declared, index: ResourceIndex) => readonly Caller[];

const READERS: ReadonlyMap<string, CallerReader> = new Map<string, CallerReader>([
  ['aws_lambda_event_source_mapping', (properties, declared, index) => [{ targets: [valueOf(properties, 'function_name')], trigger: batchTrigger(properties, named(declared), index) }]],
  ['aws_cloudwatch_event_target', (properties, declared, index) => {
    const rule = index.behind(valueOf(properties, 'rule'));
    const schedule = rule && text(propertiesOf(rule), ['schedule_expression']);
    return [{ targets: [valueOf(properties, 'arn')], trigger: { kind: schedule ? 'schedule' : 'events', ...named(rule ?? declared), schedule } }];
  }],
  ['aws_scheduler_schedule', (properties, declared) => [{
    targets: [valueAt(properties, ['target', 'arn'])], trigger: { kind: 'schedule', ...named(declared), schedule: text(properties, ['schedule_expression']) },
  }]],
  ['aws_apigatewayv2_integration', (properties, declared, index) => [{ targets: [valueOf(properties, 'integration_uri')], trigger: { kind: protocolOf(valueOf(properties, 'api_id'), index), ...named(declared) } }]],
  ['aws_apigatewayv2_api', (properties, declared) => [{ targets: [valueOf(properties, 'target')], trigger: { kind: 'http', ...named(declared) } }]],
  ['aws_cognito_user_pool', (properties, declared) => sections(properties, 'lambda_config').flatMap((config) => [{
    targets: [...(config.body?.attributes.keys() ?? config.values?.keys() ?? [])].map((name) => valueOf(config, name)), trigger: { kind: 'cognito', ...named(declared) },
  }])],
  ['aws_sns_topic_subscription', oneOf('sns', ['endpoint'])],
  ['aws_lambda_function_url', oneOf('function-url', ['function_name'])],
  ['aws_api_gateway_integration', oneOf('http', ['uri'])],
  ['aws_lb_target_group_attachment', oneOf('load-balancer', ['target_id'])],
  ['aws_alb_target_group_attachment', oneOf('load-balancer', ['target_id'])],
  ['aws_cloudwatch_log_subscription_filter', oneOf('logs', ['destination_arn'])],
  ['aws_s3_bucket_notification', eachOf('s3', 'lambda_function', 'lambda_function_arn')],
  ['aws_iot_topic_rule', eachOf('iot', 'lambda', 'function_arn')],
]);

/** What calls functions among everything that is declared. */
export function callersIn(index: ResourceIndex): readonly Caller[] {
  return index.all.filter(({ mode }) => mode === 'resource').flatMap((declared) => READERS.get(declared.type)?.(propertiesOf(declared), declared, index) ?? []);
}

function named(declared: Declared): Pick<Trigger, 'name' | 'at'> {
  return { name: declared.address, at: declared.block.at };
}

function oneOf(kind: TriggerKind, path: Path): CallerReader {
  return (properties, declared) => [{ targets: [valueAt(properties, path)], trigger: { kind, ...named(declared) } }];
}

function eachOf(kind: TriggerKind, block: string, argument: string): CallerReader {
  return (properties, declared) => sections(properties, block).map((section) => ({ targets: [valueOf(section, argument)], trigger: { kind, ...named(declared) } }));
}

function protocolOf(api: Value | undefined, index: ResourceIndex): TriggerKind {
  const declared = index.behind(api);
  return declared && text(propertiesOf(declared), ['protocol_type'])?.value === 'WEBSOCKET' ? 'websocket' : 'http';
}
