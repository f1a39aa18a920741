import type { SqlValue, Transaction } from './store.ts';

/** What runs the statements of one transaction. */
export interface Statements {
  all(sql: string, values: readonly SqlValue[]): unknown[] | Promise<unknown[]>;
  run(sql: string, values: readonly SqlValue[]): number | Promise<number>;
  lock(sql: string, values: readonly SqlValue[]): unknown[] | Promise<unknown[]>;
  lockToDelete(sql: string, values: readonly SqlValue[]): unknown[] | Promise<unknown[]>;
}

/**
 * One caller's part of a transaction. A statement that fails ends it, on either database: what comes later is refused, since
 * SQLite may have rolled everything back by then and would commit each further statement by itself.
 */
export class GuardedTransaction implements Transaction {
  readonly #statements: Statements;
  readonly #clock: () => number;
  #now: number | undefined;
  #isOver = false;
  #failure: { readonly error: unknown } | undefined;
  #hasWritten = false;

  /** @param clock business time, asked once */
  constructor(statements: Statements, clock: () => number) {
    this.#statements = statements;
    this.#clock = clock;
  }

  /** True where nothing can have changed by it: it has asked for rows, and got them. */
  get hasOnlyRead(): boolean {
    return !this.#hasWritten && !this.#failure;
  }

  /**
   * Does `work`, and refuses every later call: then the caller has kept it for too long.
   *
   * @throws what the first statement that failed has thrown, also when `work` has passed over it
   */
  async do<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    try {
      const result = await work(this);
      if (this.#failure) throw this.#failure.error;
      return result;
    } finally {
      this.#isOver = true;
    }
  }

  all<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]> {
    // Some give the rows that they have changed.
    this.#hasWritten ||= !sql.startsWith('SELECT');
    return this.#try(() => this.#statements.all(sql, values) as Row[] | Promise<Row[]>);
  }

  run(sql: string, ...values: readonly SqlValue[]): Promise<number> {
    this.#hasWritten = true;
    return this.#try(() => this.#statements.run(sql, values));
  }

  lock<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]> {
    return this.#try(() => this.#statements.lock(sql, values) as Row[] | Promise<Row[]>);
  }

  lockToDelete<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]> {
    return this.#try(() => this.#statements.lockToDelete(sql, values) as Row[] | Promise<Row[]>);
  }

  async now(): Promise<number> {
    this.#now ??= this.#clock();
    return this.#now;
  }

  async #try<Result>(statement: () => Result | Promise<Result>): Promise<Result> {
    if (this.#isOver) throw new Error('transaction: expected no use of it once its work is done');
    if (this.#failure) {
      throw new Error('transaction: a statement has failed, so no other one is run', {
        cause: this.#failure.error,
      });
    }
    try {
      return await statement();
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }
}
