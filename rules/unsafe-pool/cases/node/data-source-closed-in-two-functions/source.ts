import { DataSource } from 'typeorm';

export const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
const kept = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
const opening = kept.initialize();

/** Whatever state the connection is in, it is a new one afterwards. */
export async function reopened(): Promise<DataSource> {
  if (source.isInitialized) await source.destroy(); // expect: unsafe-pool error
  return source.initialize();
}

export const opened = (): Promise<DataSource> => opening; // fixed: opened once, and never closed
