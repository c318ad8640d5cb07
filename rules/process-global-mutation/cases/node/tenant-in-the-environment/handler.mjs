import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { applySettings, dropSecrets } from './settings.mjs';

process.env.PLUGIN_HOME = '/opt/plugins'; // safe: when the module is loaded

// entry: handler
export const handler = async (event) => {
  dropSecrets();
  applySettings(event.bundle);
  const plugin = await import(`/opt/plugins/${event.plugin}.mjs`);
  return plugin.run(event.input);
};

// entry: handlerFixed
export const handlerFixed = async (event) => {
  const child = spawn('/opt/plugins/run', [event.plugin], { env: { ...process.env, ...event.bundle.settings } }); // fixed: an environment of the child's own
  const [code] = await once(child, 'exit');
  return { code };
};

// entry: handlerInOneTurn
export const handlerInOneTurn = async (event) => {
  const before = process.env.TZ_NAME;
  process.env.TZ_NAME = event.timeZone; // safe: put back before anybody else has a turn
  const text = new Intl.DateTimeFormat('en', { timeZone: process.env.TZ_NAME }).format(0);
  process.env.TZ_NAME = before;
  return text;
};
