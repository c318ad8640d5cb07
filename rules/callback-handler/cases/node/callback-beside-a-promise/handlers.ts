import type { Callback, Context } from 'aws-lambda';
import { serve } from './server.js';

interface Call {
  readonly path: string;
}

// entry: handler
export const handler = async (event: Call, context: Context, callback: Callback) => { // expect: callback-handler error
  return serve(event, context, callback);
};

// entry: optionalCallback
export const optionalCallback = (event: Call, context: Context, callback?: Callback) => { // expect: callback-handler error
  if (callback) callback(null, event.path);
  return event.path;
};

// entry: defaultCallback
export const defaultCallback = async (event: Call, context: Context, callback: Callback = () => undefined) => { // safe: a parameter with a default does not count
  return serve(event, context, callback);
};

// entry: anyArguments
export const anyArguments = async (...args: readonly unknown[]) => args.length; // safe: neither do those behind a rest

// entry: handlerFixed
export const handlerFixed = async (event: Call, context: Context) => serve(event, context, () => undefined); // fixed: the result is returned
