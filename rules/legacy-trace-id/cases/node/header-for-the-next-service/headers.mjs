export function traceHeader() {
  return { 'x-amzn-trace-id': process.env._X_AMZN_TRACE_ID }; // expect: legacy-trace-id warning
}

export const headerOf = (traceId) => ({ 'x-amzn-trace-id': traceId });
