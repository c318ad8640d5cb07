import middy from '@middy/core';
import { finish, Job, openLoop } from './steps.mjs';

// entry: handler
export const handler = middy(async (event) => ({ id: event.id })).use({ before: openLoop });

// entry: legacy
export const legacy = async (event, context) => {
  finish(context, event.id);
};

// entry: careful
export const careful = async (event) => {
  const job = new Job();
  job.done(event.id); // safe: a method of the team's own object
  return { id: event.id }; // fixed: the result ends the invocation
};
