import pg from 'pg';

export const client = new pg.Client(); // noise: shared-connection error reported where it is made, not where an invocation uses it
export const pool = new pg.Pool({ max: 10 });
const connected = client.connect();

export const ready = (): Promise<void> => connected;
