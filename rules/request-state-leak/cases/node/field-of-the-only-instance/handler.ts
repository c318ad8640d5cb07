import { documents } from './service.js';

export const handler = async (event: { user: string; key: string }) => documents.open(event.user, event.key);
