import type { Callback, Context } from 'aws-lambda';

export async function serve(event: { readonly path: string }, context: Context, callback: Callback) { // safe: not what the platform calls
  return { path: event.path, left: context.getRemainingTimeInMillis(), answers: typeof callback };
}
