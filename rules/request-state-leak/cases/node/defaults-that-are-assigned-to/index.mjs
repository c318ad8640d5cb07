import { headersFor, send, sendFixed } from './mail.mjs';

export const handler = async (event) => {
  await send(event.mail);
  return { statusCode: 202 };
};

export const handlerFixed = async (event) => {
  const headers = headersFor(event.requestContext.requestId);
  await sendFixed(event.mail);
  return { statusCode: 202, headers };
};
