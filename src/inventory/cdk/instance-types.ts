/** Types of machines as CDK code writes them. */
import { memberOf, propertyOf, textOf, type StaticValue } from '../evaluation/values.js';
import { madeBy, madeIn } from './names.js';

/** `new InstanceType('m7g.xlarge')`, `InstanceType.of(InstanceClass.M7G, InstanceSize.XLARGE)` */
export function instanceTypeOf(value: StaticValue | undefined): string | undefined {
  const made = madeIn(value);
  if (!made) return textOf(value);
  if (madeBy(made) === 'ec2.InstanceType') return textOf(made.args[0]) ?? textOf(propertyOf(made.args[0], 'instanceTypeIdentifier')?.value);
  const [first, second] = made.args.map(memberOf);
  const family = FAMILIES[first ?? ''] ?? first;
  if (madeBy(made) !== 'ec2.InstanceType.of' || family === undefined || second === undefined || !/^[A-Z]\d+[A-Z]*$/.test(family)) return undefined;
  return `${family.toLowerCase()}.${second.toLowerCase().replace(/^x(?:large)?(\d+)$/, '$1xlarge').replace(/^xlarge(\d+)$/, '$1xlarge')}`;
}

/** Families by what they are for: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.InstanceClass.html */
const FAMILIES: Readonly<Record<string, string>> = {
  BURSTABLE2: 'T2', BURSTABLE3: 'T3', BURSTABLE4_GRAVITON: 'T4G', STANDARD5: 'M5', STANDARD6_GRAVITON: 'M6G', STANDARD7_GRAVITON: 'M7G', MEMORY5: 'R5', MEMORY6_GRAVITON: 'R6G', MEMORY7_GRAVITON: 'R7G',
};
