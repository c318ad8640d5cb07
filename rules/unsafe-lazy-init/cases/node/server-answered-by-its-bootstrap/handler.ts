import { server } from './server';

export const handler = async (): Promise<boolean> => (await server()).isListening;
