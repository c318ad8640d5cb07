import { forward } from './forward.mjs';

export const handler = async (event) => {
  for (const record of event.Records) await forward(record.body); // safe: ten seconds at most
};
