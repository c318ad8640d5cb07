import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

const sts = new STSClient({});
let dynamo: DynamoDBClient | undefined;

/** The table lies in another account. */
export async function ordersClient(): Promise<DynamoDBClient> {
  if (!dynamo) {
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: process.env.ROLE_ARN, RoleSessionName: 'orders' }));
    // expect: stale-credential warning
    // expect: unsafe-lazy-init note
    dynamo = new DynamoDBClient({
      credentials: { accessKeyId: Credentials!.AccessKeyId!, secretAccessKey: Credentials!.SecretAccessKey!, sessionToken: Credentials!.SessionToken! },
    });
  }
  return dynamo;
}

// fixed: the provider assumes the role again before the credentials expire
export const stock = new DynamoDBClient({ credentials: fromTemporaryCredentials({ params: { RoleArn: process.env.ROLE_ARN } }) });
