import { forwardAll } from './forward.mjs';

export const handler = async (event) => {
  await forwardAll(event.Records.map((record) => record.body));
};
