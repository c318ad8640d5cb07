import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { once, perArgument } from './memo.mjs';

const client = new SSMClient({});
const readParameter = async (name) => (await client.send(new GetParameterCommand({ Name: name }))).Parameter.Value;

const anyTenant = once(readParameter);
const thisTenant = perArgument(readParameter);

let settings;
let region;
let currency;

// entry: handler
export const handler = async (event, context) => {
  settings ??= readParameter(process.env.SETTINGS); // safe: the same for everybody
  region ??= context.invokedFunctionArn.split(':')[3]; // safe: of the function, not of the request
  if (!currency) currency = event.headers['x-currency']; // expect: request-state-leak error
  return { rate: await anyTenant(event.tenant), settings: await settings, region, currency };
};

// entry: careful
export const careful = async (event) => ({ rate: await thisTenant(event.tenant) });
