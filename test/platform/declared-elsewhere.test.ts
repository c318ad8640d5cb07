/** Rules about settings find what CDK code declares, at the line of the construct's property. */
import { expect, it } from 'vitest';
import { auditCase } from '../rules/audit-case.js';

const HANDLERS = { 'src/orders.mjs': 'export const handler = async (event) => ({ order: event.order });', 'cdk.json': '{ "app": "node bin/shop.js" }' };

it('settings of constructs in TypeScript', async () => {
  const { reported } = await auditCase({
    ...HANDLERS,
    'lib/shop-stack.ts': [
      "import { Stack } from 'aws-cdk-lib';", "import * as lambda from 'aws-cdk-lib/aws-lambda';",
      'export class ShopStack extends Stack {', '  constructor(scope, id) {', '    super(scope, id);',
      "    const pool = new lambda.CapacityProvider(this, 'Pool', { subnets: [], securityGroups: [], architectures: [lambda.Architecture.ARM_64] });",
      "    const orders = new lambda.Function(this, 'Orders', {", "      handler: 'orders.handler', code: lambda.Code.fromAsset('src'),",
      '      runtime: lambda.Runtime.NODEJS_20_X,', '      memorySize: 3072,', '      architecture: lambda.Architecture.X86_64,', '    });',
      '    pool.addFunction(orders, { perExecutionEnvironmentMaxConcurrency: 2000 });', '  }', '}',
    ].join('\n'),
  }, []);
  expect(reported.map(({ rule, severity, line }) => `${line} ${rule} ${severity}`)).toEqual([
    '9 unsupported-runtime error', '10 lmi-settings error', '11 lmi-settings error', '13 lmi-settings error',
  ]);
});
