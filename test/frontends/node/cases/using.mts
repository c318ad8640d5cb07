import { open } from './resources.mjs';

export async function copy(from: string) {
  using source = open(from), target = open('/tmp/copy');
  await using lock = await acquire();
  setTimeout(() => source.close());
  return target.write(lock);
}
async function acquire() { return { [Symbol.asyncDispose]: async () => {} }; }
