import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import AWS from 'aws-sdk';
import { flags } from './flags.mjs';

AWS.config.update({ region: process.env.AWS_REGION }); // safe: a setting of the library, which asks nobody

const ssm = new SSMClient({}); // safe: a client asks nobody
const secrets = new SecretsManagerClient({});

const { Parameter: table } = await ssm.send(new GetParameterCommand({ Name: process.env.TABLE })); // expect: init-side-effect note
const { SecretString: key } = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.KEY }));

export const handler = async (event) => ({ table: table.Value, signed: `${key}${event.id}`, flags: await flags() });
