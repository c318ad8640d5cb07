let limit = { count: 10 };
const seen = [];
let batch = [];

// entry: handler
export const handler = async (event) => {
  const wanted = Number(event.limit);
  if (!Number.isNaN(wanted)) limit = { count: wanted }; // expect: request-state-leak error
  return { ...limit };
};

// entry: listing
export const listing = async (event) => {
  seen.push(event.user); // expect: request-state-leak error
  return { users: seen };
};

// entry: flushing
export const flushing = async (event) => {
  batch.push(event.user); // safe: the next line begins a new list
  const users = batch;
  batch = [];
  return { users };
};

// entry: fixed
export const fixed = async (event) => {
  const users = [event.user]; // fixed: made by the invocation
  return { users };
};
