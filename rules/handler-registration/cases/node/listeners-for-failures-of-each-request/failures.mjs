let isWatching = false;

export function reportFailures(requestId) {
  process.on('unhandledRejection', (reason) => console.error(requestId, reason)); // expect: handler-registration error
}

export function warn() {
  process.on('warning', (warning) => console.warn(warning.message)); // expect: handler-registration warning
}

// fixed: the first invocation registers it, the others find the flag set
export function warnOnce() {
  if (isWatching) return;
  isWatching = true;
  process.on('warning', (warning) => console.warn(warning.message));
}
