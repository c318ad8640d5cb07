import { subscribe, subscribers } from './subscribers.mjs';

async function notify(name) {
  await fetch(`https://example.com/${name}`);
}

export const handler = async () => {
  subscribe('me');
  for (const name of Array.from(subscribers)) await notify(name); // safe: a copy
  for (const name of subscribers.slice(0, 10)) await notify(name); // safe: a copy
  for (const name of subscribers.filter((entry) => entry !== 'me')) await notify(name); // safe: a new list
  const sent = [];
  subscribers.forEach((name) => { sent.push(notify(name)); }); // safe: no wait between the steps
  for (const name of subscribers) sent.push(notify(name)); // safe: the calls are made in one turn
  await Promise.all(sent);
  for (const name of subscribers) { // expect: unsafe-iteration error
    await notify(name);
  }
};
