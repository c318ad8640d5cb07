import { DataSource } from 'typeorm';

const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });

export class Ledger {
  async book(account: string, amount: number): Promise<boolean> {
    const runner = source.createQueryRunner(); // expect: unsafe-pool error
    try {
      await runner.startTransaction();
      await runner.query('update accounts set balance = balance + $2 where id = $1', [account, amount]);
      await runner.commitTransaction();
      await runner.release();
      return true;
    } catch {
      await runner.rollbackTransaction();
      return false;
    }
  }

  async bookFixed(account: string, amount: number): Promise<boolean> {
    const runner = source.createQueryRunner(); // fixed: released behind commit and rollback
    try {
      await runner.startTransaction();
      await runner.query('update accounts set balance = balance + $2 where id = $1', [account, amount]);
      await runner.commitTransaction();
      return true;
    } catch {
      await runner.rollbackTransaction();
      return false;
    } finally {
      await runner.release();
    }
  }
}
