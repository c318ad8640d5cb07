import { OwnSession, Session } from './session.mjs';

const greet = async (session, event) => {
  session.open(event.user);
  const response = await fetch(event.url);
  return `${session.user} ${response.status}`;
};

// entry: shared
export const shared = (event) => greet(Session.getInstance(), event);

// entry: own
export const own = (event) => greet(OwnSession.create(), event); // fixed: an instance for each invocation
