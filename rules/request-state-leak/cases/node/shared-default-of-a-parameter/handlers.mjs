import { namesIn, namesInOwn, open, openOwn } from './collect.mjs';

// entry: index
export const index = async (event) => {
  const names = namesIn(event.tree);
  const response = await open({ token: event.token }).get(event.url);
  return names.map((name) => `${name} ${response.status}`);
};

// entry: indexFixed
export const indexFixed = async (event) => {
  const names = namesInOwn(event.tree);
  const response = await openOwn({ token: event.token }).get(event.url);
  return names.map((name) => `${name} ${response.status}`);
};
