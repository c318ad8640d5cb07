import { Reader } from './reader';

const reader = new Reader();

export const handler = async (event: { tenant: string }): Promise<string[]> => [...(await reader.read(event.tenant)), ...(await reader.readLabelled(event.tenant))];
