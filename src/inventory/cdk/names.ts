/** Names of the AWS Construct Library, alike in its languages, versions and ways to import it. */
import { camelCase, type Made, type StaticValue } from '../evaluation/values.js';

/** `aws-cdk-lib/aws-lambda.X`, `aws-cdk-lib.aws_lambda.X`, `@aws-cdk/aws-lambda.X`, `monocdk.aws_lambda.X`, Python's `aws_cdk.aws_lambda.X`. */
const SCRIPT = /^(?:aws-cdk-lib|@aws-cdk|monocdk|aws_cdk)(?:[./](?:aws[-_](?<service>[a-z0-9_-]+)|core))?\.(?<member>[A-Z].*)$/;
/** `software.amazon.awscdk.services.lambda.eventsources.X` */
const JAVA = /^software\.amazon\.awscdk\.(?:core\.|services\.(?<service>[a-z0-9.]+)\.)?(?<member>[A-Z].*)$/;

/**
 * The name of a construct or of what belongs to one: `lambda.Function`, `lambdaeventsources.SqsEventSource`, `lambda.Code.fromAsset`,
 * `Duration.minutes`. Modules that are not stable yet (`-alpha`) are called like those that are. Nothing for names of other libraries.
 */
export function constructName(name: string): string | undefined {
  const groups = (SCRIPT.exec(name) ?? JAVA.exec(name))?.groups;
  if (!groups) return undefined;
  const service = (groups['service'] ?? '').replace(/[-_]?alpha$/, '').replace(/[-_.]/g, '');
  const [first = '', ...others] = (groups['member'] ?? '').split('.');
  const member = [first, ...others.map(camelCase)].join('.');
  return service === '' ? member : `${service}.${member}`;
}

/** The name of what made a value; of a method that of its receiver's class is not known. */
export function madeBy(value: StaticValue | undefined): string | undefined {
  const made = madeIn(value);
  return made === undefined || made.receiver !== undefined ? undefined : constructName(made.by);
}

/** The library's object that a value is, also as the base of an object of the repository's. */
export function madeIn(value: StaticValue | undefined): Made | undefined {
  if (value?.kind === 'made') return value;
  return value?.kind === 'instance' ? value.made : undefined;
}
