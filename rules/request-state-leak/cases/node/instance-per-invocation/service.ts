import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export class DocumentRequest {
  private opened = '';

  constructor(private readonly user: string) {}

  async open(key: string): Promise<string> {
    this.opened = key; // safe: the instance belongs to the invocation
    await s3.send(new GetObjectCommand({ Bucket: 'documents', Key: key }));
    return `${this.opened} opened by ${this.user}`;
  }
}
