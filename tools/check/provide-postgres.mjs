import { canInstall, installPostgres } from '../setup/apt.mjs';
import { findPostgres, startPostgres } from '../setup/postgres.mjs';
import { Trouble } from '../setup/trouble.mjs';

/**
 * Starts a PostgreSQL server for the tests, which is installed first where that may be done; undefined where there is none.
 * @param {Pick<import('./options.mjs').Options, 'requiresPostgres'>} options
 * @returns {Promise<import('../setup/postgres.mjs').Cluster | undefined>}
 */
export async function providePostgres({ requiresPostgres }) {
  let programs = findPostgres();
  if (programs === undefined && canInstall()) {
    await installPostgres();
    programs = findPostgres();
  }
  try {
    if (programs !== undefined) return await startPostgres(programs);
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
  }
  if (requiresPostgres) throw new Trouble('PostgreSQL is required, and there is none that starts.');
  return undefined;
}
