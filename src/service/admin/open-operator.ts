import { backupDatabase } from '../store/backup-database.ts';
import { isPostgres, openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { type ActInput, type ActName, type ActOutput, type ActParts, doAct, type Operator } from './acts.ts';
import { findRunningService } from './running-service.ts';

/**
 * Whoever does acts on the database that `db` names: the service that runs on its file, else this process. On PostgreSQL it is always
 * this process: services go by what is in the database, of accounts and keys five seconds later at the most.
 *
 * @throws {ActError} where a service runs that cannot be asked
 */
export async function openOperator(db: string): Promise<Operator> {
  const running = isPostgres(db) ? undefined : await findRunningService(db);
  return running ?? new OwnOperator(db);
}

/** Does the acts in this process. The database is opened when the first one needs it. */
class OwnOperator implements Operator {
  readonly #db: string;
  #store: Promise<Store> | undefined;

  constructor(db: string) {
    this.#db = db;
  }

  async act<Name extends ActName>(name: Name, input: ActInput<Name>): Promise<ActOutput<Name>> {
    const parts: ActParts = {
      openStore: () => this.#open(),
      backup: (file) => backupDatabase(this.#db, file),
      accountsChanged: () => undefined,
      deliveriesChanged: () => undefined,
    };
    return (await doAct(parts, name, input)) as ActOutput<Name>;
  }

  #open(): Promise<Store> {
    this.#store ??= openStore(this.#db);
    return this.#store;
  }

  async close(): Promise<void> {
    const store = await this.#store?.catch(() => undefined);
    await store?.close();
  }
}
