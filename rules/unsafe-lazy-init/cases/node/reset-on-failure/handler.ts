import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

const ssm = new SSMClient({});
let limits: Promise<string> | undefined;

async function read(): Promise<string> {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/limits' }));
  return Parameter?.Value ?? '';
}

export const handler = async () => {
  limits ??= read().catch((error) => {
    limits = undefined; // safe: the next invocation tries again
    throw error;
  });
  return limits;
};
