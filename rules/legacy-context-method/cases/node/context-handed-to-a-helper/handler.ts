import type { Context } from 'aws-lambda';
import { finishWith, Progress } from './finish.js';

const convert = async (key: string): Promise<string> => `${key}.html`;

// entry: handler
export const handler = (event: { key: string }, context: Context) => {
  finishWith(convert(event.key).catch(() => 'none'), context);
};

// entry: handlerFixed
export const handlerFixed = async (event: { key: string }, context: Context) => {
  const progress = new Progress();
  const left = context.getRemainingTimeInMillis();
  return progress.succeed(`${await convert(event.key)} ${left}`); // safe: a method of the same name
};
