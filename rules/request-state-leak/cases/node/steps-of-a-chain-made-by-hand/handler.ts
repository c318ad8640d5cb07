import { run, use } from './chain.js';

const current = { user: '' };

use(
  async (visit, next) => {
    current.user = visit.event.user; // expect: request-state-leak error
    visit.state.set('user', visit.event.user); // fixed: the visit belongs to the invocation
    await next();
  },
  async (visit) => {
    const response = await fetch(visit.event.url);
    visit.body = { own: visit.state.get('user'), last: current.user, status: response.status };
  },
);

export const handler = (event: { user: string; url: string }) => run(event);
