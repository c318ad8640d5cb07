import { headerOf, traceHeader } from './headers.mjs';

const region = process.env.AWS_REGION; // safe: the same for all

// entry: handler
export const handler = async (event) => {
  const response = await fetch(event.url, { headers: traceHeader() });
  return { region, status: response.status };
};

// entry: handlerFixed
export const handlerFixed = async (event, context) => {
  const response = await fetch(event.url, { headers: headerOf(context.xRayTraceId) }); // fixed: the context of the invocation has it
  return { region, status: response.status };
};
