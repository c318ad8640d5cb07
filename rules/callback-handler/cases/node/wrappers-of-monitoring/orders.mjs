import * as Sentry from '@sentry/aws-serverless';
import epsagon from 'epsagon';

const store = async (event) => ({ stored: event.id });

// entry: handler
export const handler = epsagon.lambdaWrapper(store); // expect: callback-handler error

// entry: watched
export const watched = Sentry.wrapHandler((event, context, callback) => { // safe: the wrapper calls it back, and declares two parameters itself
  store(event).then((answer) => callback(null, answer), callback);
});

// entry: plain
export const plain = Sentry.wrapHandler(store); // fixed: an asynchronous function
