import { createScratch } from './scratch.mjs';

export const handler = async (event, context) => {
  const file = await createScratch(context.awsRequestId, event.body);
  return { file };
};
