import pg from 'pg';

export const client = new pg.Client();
export const pool = new pg.Pool({ max: 10 });
const connected = client.connect();

export const ready = (): Promise<void> => connected;
