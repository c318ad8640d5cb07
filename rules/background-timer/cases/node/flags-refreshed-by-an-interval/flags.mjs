import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm';

const ssm = new SSMClient({});

export const flags = { beta: false };

export async function readFlags() {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/shop/flags' }));
  flags.beta = Parameter.Value.includes('beta');
}

setInterval(() => readFlags().catch(console.error), 60_000).unref(); // expect: background-timer note
