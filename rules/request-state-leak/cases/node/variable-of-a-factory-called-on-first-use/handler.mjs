import { makeSession } from './session.mjs';

let session;

export const handler = async (event) => {
  session ??= makeSession();
  const own = makeSession(); // fixed: the variables inside belong to this invocation
  await own.greet(event.user);
  return session.greet(event.user);
};
