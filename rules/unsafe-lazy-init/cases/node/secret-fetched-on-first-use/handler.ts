import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

let client: SecretsManagerClient | undefined;
let secret: string | undefined;

async function getSecret(): Promise<string | undefined> {
  client ??= new SecretsManagerClient({}); // safe: checked and set in one turn
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: 'database' }));
  return SecretString;
}

export const handler = async () => {
  if (!secret) {
    secret = await getSecret(); // expect: unsafe-lazy-init note
  }
  return secret?.length;
};
