import { brotli, Reports } from './reports.mjs';

const reports = new Reports();

// entry: handler
export const handler = async (event) => ({ body: reports.packed(event.rows).toString('base64') });

// entry: compact
export const compact = async (event) => ({ body: brotli(event.text).toString('base64') });

// entry: careful
export const careful = async (event) => {
  const body = await reports.packedAside(event.rows);
  return { body: body.toString('base64'), template: reports.template().length };
};
