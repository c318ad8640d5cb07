import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';

class DocumentService {
  private readonly s3 = new S3Client({});
  private user = '';

  async open(user: string, key: string): Promise<string> {
    this.user = user; // expect: request-state-leak error
    await this.s3.send(new GetObjectCommand({ Bucket: 'documents', Key: key }));
    return this.signature();
  }

  private signature(): string {
    return `opened by ${this.user}`;
  }
}

export const documents = new DocumentService();
