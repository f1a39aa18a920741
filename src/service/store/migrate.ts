import { migrations } from './schema.ts';
import type { Transaction } from './store.ts';

/**
 * Brings the tables to the version that this code knows.
 *
 * @throws {Error} when a newer version of this package has written them
 */
export async function migrate(tx: Transaction): Promise<void> {
  await tx.run('CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)');
  const [row] = await tx.all<{ version: number }>('SELECT version FROM schema_version');
  const version = row?.version ?? 0;
  if (version > migrations.length) {
    throw new Error(
      `its tables have version ${version}, and this release knows ${migrations.length}: take a newer one`,
    );
  }
  for (const migration of migrations.slice(version)) {
    if (typeof migration === 'function') await migration(tx);
    else for (const statement of migration) await tx.run(statement);
  }
  if (row) await tx.run('UPDATE schema_version SET version = $1', migrations.length);
  else await tx.run('INSERT INTO schema_version (version) VALUES ($1)', migrations.length);
}
