import { createHash, scrypt, scryptSync } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (password: string, salt: string, length: number) => Promise<Buffer>;

interface Attempt { readonly user: string; readonly password: string }

class Passwords {
  hash({ user, password }: Attempt): string {
    return scryptSync(password, user, 64).toString('hex'); // expect: event-loop-block warning
  }

  // fixed: the work is done on a thread of libuv
  async hashBeside({ user, password }: Attempt): Promise<string> {
    return (await derive(password, user, 64)).toString('hex');
  }

  digest({ user }: Attempt): string {
    return createHash('sha256').update(user).digest('hex'); // safe: a short text
  }
}

const passwords = new Passwords();

// entry: handler
export const handler = async (event: Attempt) => ({ id: passwords.digest(event), hash: passwords.hash(event) });

// entry: beside
export const beside = async (event: Attempt) => ({ id: passwords.digest(event), hash: await passwords.hashBeside(event) });
