import type { SqliteStatements } from './sqlite-statements.ts';
import type { SqlValue, Transaction } from './store.ts';

/**
 * One caller's part of a SQLite transaction. As on PostgreSQL, a statement that fails ends it: what comes later is refused,
 * since SQLite may have rolled everything back by then and would commit each further statement by itself.
 */
export class SqliteTransaction implements Transaction {
  readonly #statements: SqliteStatements;
  readonly #clock: () => number;
  #now: number | undefined;
  #over: Error | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(statements: SqliteStatements, clock: () => number) {
    this.#statements = statements;
    this.#clock = clock;
  }

  /** What the first statement that failed has thrown. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** Refuses every later call: the caller has kept it for too long. */
  end(): void {
    this.#over = new Error('transaction: expected no use of it once its work is done');
  }

  async all<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]> {
    return this.#try(() => this.#statements.all(sql, values) as Row[]);
  }

  async run(sql: string, ...values: readonly SqlValue[]): Promise<number> {
    return this.#try(() => this.#statements.run(sql, values));
  }

  /** Only reads: the database runs one transaction at a time. */
  async lock<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]> {
    return this.#try(() => this.#statements.all(sql, values) as Row[]);
  }

  async now(): Promise<number> {
    this.#now ??= this.#clock();
    return this.#now;
  }

  #try<Result>(statement: () => Result): Result {
    if (this.#over) throw this.#over;
    if (this.#failure) {
      throw new Error('transaction: a statement has failed, so no other one is run', {
        cause: this.#failure.error,
      });
    }
    try {
      return statement();
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }
}
