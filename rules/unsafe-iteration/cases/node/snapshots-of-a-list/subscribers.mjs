export const subscribers = [];

export function subscribe(name) {
  subscribers.push(name);
  if (subscribers.length > 100) subscribers.shift();
}
