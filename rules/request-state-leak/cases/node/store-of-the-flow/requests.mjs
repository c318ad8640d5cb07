import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const common = { user: '' };

/** The store is an object of the invocation, which may be changed at will. */
export const inOwn = (work) => storage.run({ user: '' }, work);

/** All flows get the same object. */
export const inCommon = (work) => storage.run(common, work);

export const enter = () => storage.enterWith({ user: '' });

export const remember = (user) => {
  storage.getStore().user = user; // expect: request-state-leak error
};

export const current = () => storage.getStore().user;
