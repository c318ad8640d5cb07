import pg from 'pg';

export const client = new pg.Client(); // expect: shared-connection error
export const pool = new pg.Pool({ max: 10 });
const connected = client.connect();

export const ready = (): Promise<void> => connected;
