import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm';

const ssm = new SSMClient({});

export async function readFlags() {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/shop/flags' }));
  return { beta: Parameter.Value.includes('beta') };
}
