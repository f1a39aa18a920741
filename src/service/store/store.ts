/** What a column holds: TEXT, or a whole number in a BIGINT. */
export type SqlValue = string | number | null;

/** One transaction, as the SQL rooms use it. Its text is what SQLite and PostgreSQL both read, with `$1`, `$2`, … for values. */
export interface Transaction {
  /**
   * The rows that `sql` gives.
   *
   * @throws {TypeError} when the text names another number of values than it is given
   */
  all<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]>;
  /** Runs `sql` and tells how many rows it has changed. */
  run(sql: string, ...values: readonly SqlValue[]): Promise<number>;
  /**
   * `sql` is a SELECT: takes the rows that it gives for this transaction alone, in its order. Where one transaction runs
   * at a time anyway it only reads them.
   */
  lock<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]>;
  /** As `lock`, for rows that are to be deleted: other transactions cannot refer to them any more. */
  lockToDelete<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]>;
  /** Business time in ms since the epoch: the database's own clock where several instances share it. */
  now(): Promise<number>;
}

/** Where everything is that must not be lost. */
export interface Store {
  /** How many transactions wait for the database. */
  readonly waiting: number;
  /**
   * Runs `work` and resolves once what it did is durable; what it throws undoes all of it. `work` may run more than once,
   * so it has no effect outside the transaction and waits for nothing but it.
   *
   * @throws {StoreBusyError} where too many wait already
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * Copies the database, as it is committed, into a file that is not there yet, while transactions go on; gives its bytes.
   *
   * @throws {Error} one line that names the file, or what makes such a copy where it is not this process
   */
  backup(file: string): Promise<number>;
  /** Waits for what is under way, then lets go of the database. */
  close(): Promise<void>;
}

/** How many transactions wait for the database at most, unless told. */
export const QUEUE_LIMIT = 1_000;

/** What a store of either kind can be told. */
export interface StoreOptions {
  /** Business time in ms since the epoch, where it is not the database's. */
  readonly now?: (() => number) | undefined;
  /** How many transactions wait for the database at most; those that come beyond are refused. */
  readonly queueLimit?: number | undefined;
  /** ms that a statement waits for what another transaction has locked, at most. */
  readonly lockWait?: number | undefined;
}

/** ms that a statement waits for what another transaction has locked. */
export const LOCK_WAIT = 5_000;

/** The database has too much to do: a statement has waited too long for what another transaction has locked, or a transaction for its turn. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
}

/** The database has let go of a transaction, or could not be reached for it. */
export class StoreLostError extends Error {
  override readonly name = 'StoreLostError';
  /** It was on its way to be committed, and nobody has said whether it is. */
  readonly isUncertain: boolean;

  constructor(isUncertain: boolean, cause: unknown) {
    const what = isUncertain ? 'it may have been committed' : 'nothing of it was done';
    super(`transaction: the connection to the database was lost, and ${what}`, { cause });
    this.isUncertain = isUncertain;
  }
}

/** A row would be of an account that is gone: every reference of the tables is to one. */
export class AccountGoneError extends Error {
  override readonly name = 'AccountGoneError';

  constructor(cause: unknown) {
    super('transaction: its account is gone', { cause });
  }
}

/** The refusal of a transaction that would have too many before it. */
export function queueIsFull(limit: number): StoreBusyError {
  return new StoreBusyError(`transaction: ${limit} wait for the database already`);
}
