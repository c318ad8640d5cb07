import type { Context } from 'aws-lambda';
import { describe, identify } from './identity.js';

export const handler = async (event: { url: string }, context: Context) => {
  identify(context);
  const response = await fetch(event.url);
  return `${response.status} ${describe()}`;
};
