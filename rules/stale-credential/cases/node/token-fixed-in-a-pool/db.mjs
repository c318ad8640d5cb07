import { Signer } from '@aws-sdk/rds-signer';
import pg from 'pg';

const signer = new Signer({ hostname: process.env.DB_HOST, port: 5432, username: 'orders', region: process.env.AWS_REGION });

const password = await signer.getAuthToken();
export const pool = new pg.Pool({ host: process.env.DB_HOST, user: 'orders', password, max: 4 }); // expect: stale-credential warning

// fixed: the pool asks for a token whenever it opens a connection
export const renewed = new pg.Pool({ host: process.env.DB_HOST, user: 'orders', password: () => signer.getAuthToken(), max: 4 });
