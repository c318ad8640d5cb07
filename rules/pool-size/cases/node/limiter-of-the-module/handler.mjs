import https from 'node:https';
import pLimit from 'p-limit';
import { thumbnails } from './thumbnails.mjs';

const twoAtOnce = pLimit(2); // expect: pool-size warning

export const handler = async (event) => {
  // safe: it serves this invocation only
  const own = pLimit(2);
  // safe: so does this
  const agent = new https.Agent({ keepAlive: true, maxSockets: 1 });
  const pages = await Promise.all(event.pages.map((page) => own(() => read(page, agent))));
  const sizes = await Promise.all(pages.map((page) => twoAtOnce(() => thumbnails(page))));
  agent.destroy();
  return { sizes };
};

async function read(page, agent) {
  return new Promise((resolve, reject) => {
    https.get(page, { agent }, (response) => resolve(response.statusCode)).on('error', reject);
  });
}
