import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { GuardedTransaction } from './guarded-transaction.ts';
import { SqliteStatements } from './sqlite-statements.ts';
import { queueIsFull, type Transaction } from './store.ts';

/** How many callers share one COMMIT at most. */
const groupSize = 64;

/** A caller that waits, with what becomes of its work. */
interface Member {
  readonly work: (tx: Transaction) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The statements of every turn. */
type Steps = Readonly<Record<'begin' | 'commit' | 'rollBack' | 'save' | 'release' | 'undo', StatementSync>>;

function prepareSteps(database: DatabaseSync): Steps {
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollBack: database.prepare('ROLLBACK'),
    save: database.prepare('SAVEPOINT member'),
    release: database.prepare('RELEASE member'),
    undo: database.prepare('ROLLBACK TO member'),
  };
}

/**
 * Many callers, one sync to the disk. Each turn takes what waits, without a timer, and answers
 * after the one COMMIT. Where a caller fails, all run once more with a savepoint for each; where that cannot be, each in a transaction
 * of its own.
 */
export class GroupCommit {
  readonly #clock: () => number;
  readonly #queueLimit: number;
  readonly #statements: SqliteStatements;
  readonly #steps: Steps;
  readonly #waiting: Member[] = [];
  #turn: Promise<void> | undefined;
  #committing: Promise<void> | undefined;
  #gate: { readonly opened: Promise<void>; readonly open: () => void } | undefined;

  /** @param queueLimit how many callers wait at most */
  constructor(database: DatabaseSync, clock: () => number, queueLimit: number) {
    this.#clock = clock;
    this.#queueLimit = queueLimit;
    this.#statements = new SqliteStatements(database);
    this.#steps = prepareSteps(database);
  }

  /** How many callers wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Resolves with what `work` gives once it is on the disk.
   *
   * @throws {StoreBusyError} where too many wait already
   */
  run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (this.#waiting.length >= this.#queueLimit) throw queueIsFull(this.#queueLimit);
      this.#waiting.push({ work, resolve: resolve as (result: unknown) => void, reject });
      this.#turn ??= this.#takeTurns();
    });
  }

  /** Resolves once nobody waits. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  /** Has every caller wait from now on, until {@link open}; a turn that has begun goes on. */
  close(): void {
    if (this.#gate) return;
    let open!: () => void;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#gate = { opened, open };
  }

  /** Callers need not wait any more. */
  open(): void {
    this.#gate?.open();
    this.#gate = undefined;
  }

  /** Resolves once the turn that has begun is done. */
  async idle(): Promise<void> {
    await this.#committing;
  }

  async #takeTurns(): Promise<void> {
    while (this.#waiting.length > 0) {
      // After this round of input, so that all requests that have arrived with it share the turn.
      await new Promise((resolve) => setImmediate(resolve));
      while (this.#gate) await this.#gate.opened;
      this.#committing = this.#commitTogether(this.#waiting.splice(0, groupSize));
      await this.#committing;
    }
    this.#turn = undefined;
  }

  /** Almost always nobody fails after having written: then a savepoint for each costs a tenth of all, and is needed for none. */
  async #commitTogether(members: readonly Member[]): Promise<void> {
    const [first, second] = members;
    if (first && !second) return this.#commitAlone(first);
    if (await this.#tryTogether(members, (member) => this.#runUnsaved(member))) return;
    if (await this.#tryTogether(members, (member) => this.#runSaved(member))) return;
    for (const member of members) await this.#commitAlone(member);
  }

  /** All members in one transaction, by `run`; false, and nothing has changed, where that cannot be. */
  async #tryTogether(
    members: readonly Member[],
    run: (member: Member) => Promise<() => void>,
  ): Promise<boolean> {
    const answers: (() => void)[] = [];
    try {
      this.#steps.begin.run();
      for (const member of members) answers.push(await run(member));
      this.#steps.commit.run();
    } catch {
      // Each member meets the trouble again, or does not.
      this.#rollBack();
      return false;
    }
    for (const answer of answers) answer();
    return true;
  }

  /** What to tell `member` after the COMMIT. Throws when it has failed and may have changed something: only all can be undone. */
  async #runUnsaved(member: Member): Promise<() => void> {
    const tx = this.#newTransaction();
    try {
      const result = await tx.do(member.work);
      return () => member.resolve(result);
    } catch (error) {
      if (!tx.hasOnlyRead) throw error;
      return () => member.reject(error);
    }
  }

  /** What to tell `member` after the COMMIT. Throws when the whole transaction has ended: then there is no savepoint. */
  async #runSaved(member: Member): Promise<() => void> {
    this.#steps.save.run();
    try {
      const result = await this.#newTransaction().do(member.work);
      this.#steps.release.run();
      return () => member.resolve(result);
    } catch (error) {
      this.#steps.undo.run();
      this.#steps.release.run();
      return () => member.reject(error);
    }
  }

  async #commitAlone(member: Member): Promise<void> {
    try {
      this.#steps.begin.run();
      const result = await this.#newTransaction().do(member.work);
      this.#steps.commit.run();
      member.resolve(result);
    } catch (error) {
      this.#rollBack();
      member.reject(error);
    }
  }

  #newTransaction(): GuardedTransaction {
    return new GuardedTransaction(this.#statements, this.#clock);
  }

  #rollBack(): void {
    try {
      this.#steps.rollBack.run();
    } catch {
      // SQLite has done so by itself, as after a full disk.
    }
  }
}
