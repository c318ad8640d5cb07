// entry: handler
// entry: patient
import { flags } from './flags.mjs';

export const handler = async (event) => ({ id: event.id, beta: flags.beta });

export const patient = async (event) => {
  await new Promise((resolve) => setTimeout(resolve, 250)); // safe: the invocation sleeps
  return { id: event.id };
};
