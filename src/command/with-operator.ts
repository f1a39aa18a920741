import { ActError } from '../service/admin/act-error.ts';
import { openOperator } from '../service/admin/open-operator.ts';
import type { Operator } from '../service/admin/acts.ts';
import { nameOfDatabase } from '../service/store/open-store.ts';
import { CommandError } from './command.ts';
import { silenceSqlite } from './silence-sqlite.ts';

/**
 * Has acts done on the database that `db` names, by the service that runs on it or by this process.
 *
 * @throws {CommandError} one line that names the database, where that cannot be
 */
export async function withOperator<Result>(
  db: string,
  work: (operator: Operator) => Promise<Result>,
): Promise<Result> {
  silenceSqlite();
  let operator: Operator | undefined;
  try {
    operator = await openOperator(db);
    return await work(operator);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const { message } = error as Error;
    const name = nameOfDatabase(db);
    // What is wrong with a file or a socket is said with its name already.
    throw new CommandError(
      error instanceof ActError && !message.startsWith('/') ? `${name}: ${message}` : message,
    );
  } finally {
    await operator?.close();
  }
}
