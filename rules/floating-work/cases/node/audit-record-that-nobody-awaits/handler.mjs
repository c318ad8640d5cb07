// entry: handler
// entry: signOut
// entry: lock
// entry: remove
// entry: rename
import { record, tryToRecord } from './audit.mjs';

export const handler = async (event) => {
  record(event.user, 'sign-in'); // expect: floating-work error
  return { statusCode: 200 };
};

export const signOut = async (event) => {
  void record(event.user, 'sign-out').catch((error) => console.error(error)); // expect: floating-work warning
  return { statusCode: 200 };
};

export const lock = async (event) => {
  tryToRecord(event.user, 'lock'); // expect: floating-work warning
  return { statusCode: 200 };
};

// fixed: the answer waits for the record
export const remove = async (event) => {
  await record(event.user, 'remove');
  return { statusCode: 200 };
};

export const rename = async (event) => {
  const recorded = record(event.user, 'rename'); // safe: started early, awaited below
  const name = event.name.trim();
  await recorded;
  return { statusCode: 200, body: name };
};
