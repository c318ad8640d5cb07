import { withCallback, withTimes } from './wrap.mjs';

const find = async (event) => ({ found: event.id });

// entry: handler
export const handler = withCallback(find);

// entry: handlerFixed
export const handlerFixed = withTimes(find); // fixed: what it returns has two parameters

// entry: streamed
export const streamed = awslambda.streamifyResponse(async (event, response, context) => { // safe: responses that are streamed have a parameter more
  response.write(event.id);
  response.end();
});
