import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export async function download(key: string, target = '/tmp/input.bin'): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key: key }));
  await pipeline(Body as Readable, createWriteStream(target)); // expect: shared-temp-path error
  return target;
}
