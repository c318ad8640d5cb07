// entry: handler
import { Poller } from './poller.js';
import { open } from './warm-up.js';

const poller = new Poller(process.env.QUEUE ?? '');
await open();

export const handler = async (event: { id: string }): Promise<{ id: string; busy: boolean }> => ({ id: event.id, busy: poller.length > 100 });
