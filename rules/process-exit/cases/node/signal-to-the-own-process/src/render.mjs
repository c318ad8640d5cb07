import { Watchdog } from './watchdog.mjs';

const watchdog = new Watchdog(900_000_000);

// entry: handler
export const handler = async (event) => {
  const code = await watchdog.render(event.page);
  watchdog.check();
  return { code };
};

// entry: careful
export const careful = async (event) => {
  watchdog.demand();
  return { isAlive: watchdog.isAlive(event.pid) };
};
