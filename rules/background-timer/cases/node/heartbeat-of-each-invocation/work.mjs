import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';

const lambda = new LambdaClient({});

export async function work(event) {
  const { StatusCode } = await lambda.send(new InvokeCommand({ FunctionName: process.env.WORKER, Payload: JSON.stringify(event) }));
  return { status: StatusCode };
}
