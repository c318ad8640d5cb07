import { STS } from '@aws-sdk/client-sts';
import { soon } from './times.js';

interface Kept {
  readonly expires: number;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string };
}

export class Roles {
  private readonly sts = new STS({});
  private readonly kept: { [role: string]: Kept } = {};

  async credentialsOf(role: string): Promise<Kept['credentials']> {
    const known = this.kept[role];
    // safe: what is kept is compared with the time, wherever that comes from
    if (known && known.expires > soon()) return known.credentials;
    const { Credentials } = await this.sts.assumeRole({ RoleArn: role, RoleSessionName: 'audit' });
    const credentials = { accessKeyId: Credentials!.AccessKeyId!, secretAccessKey: Credentials!.SecretAccessKey!, sessionToken: Credentials!.SessionToken! };
    // expect: cache-stampede warning
    this.kept[role] = { expires: Credentials!.Expiration!.getTime(), credentials };
    return credentials;
  }
}
