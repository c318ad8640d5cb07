// entry: handler
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { Roles } from './roles.js';

const roles = new Roles();

export const handler = async (event: { role: string }): Promise<number> => {
  const client = new S3Client({ credentials: await roles.credentialsOf(event.role) });
  const { Buckets } = await client.send(new ListBucketsCommand({}));
  return Buckets?.length ?? 0;
};
