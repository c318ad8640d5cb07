import type { Context } from 'aws-lambda';

let functionName = '';
let requestId = '';

export function identify(context: Context): void {
  functionName = context.functionName; // safe: the same for all invocations of an environment
  requestId = context.awsRequestId; // expect: request-state-leak error
}

export const describe = (): string => `${functionName} ${requestId}`;
