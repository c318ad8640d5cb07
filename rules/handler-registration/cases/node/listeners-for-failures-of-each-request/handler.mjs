import { reportFailures, warn, warnOnce } from './failures.mjs';

process.on('uncaughtException', (error) => console.error(error)); // safe: once, when the module is loaded

export const handler = async (event) => {
  reportFailures(event.requestContext.requestId);
  warn();
  return { statusCode: 202 };
};

export const careful = async () => {
  warnOnce();
  return { statusCode: 202 };
};
