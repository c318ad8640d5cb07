import { makeLoaders, users } from './loaders.js';

// entry: show
export const show = (event: { id: string }) => users.load(event.id); // expect: shared-cache warning

// entry: showFixed
export const showFixed = async (event: { id: string }) => {
  const loaders = makeLoaders(); // fixed: what is loaded is kept for this request
  return loaders.users.load(event.id); // safe: a loader of the invocation
};
