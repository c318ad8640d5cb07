// entry: handler
import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';

const lambda = new LambdaClient({});

export const handler = async (event) => {
  const beat = setInterval(() => console.info('still at', event.id), 1_000); // fixed: it ends with the invocation
  try {
    const { StatusCode } = await lambda.send(new InvokeCommand({ FunctionName: process.env.WORKER, Payload: JSON.stringify(event) }));
    return { status: StatusCode };
  } finally {
    clearInterval(beat);
  }
};
