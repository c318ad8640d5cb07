import { report, reportFor, reportOnConsole } from './progress.mjs';

process.stdout.write('importer is ready\n'); // safe: no request is served yet

// entry: handler
export const handler = async (event) => {
  event.Records.forEach((_, index) => report(index + 1, event.Records.length));
  return { imported: event.Records.length };
};

// entry: careful
export const careful = async (event, context) => {
  event.Records.forEach((_, index) => {
    reportOnConsole(index + 1, event.Records.length);
    reportFor(context.awsRequestId, index + 1, event.Records.length);
  });
  return { imported: event.Records.length };
};
