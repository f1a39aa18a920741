import { migrations } from './schema.ts';
import type { Transaction } from './store.ts';

/**
 * Lets the tables of this release pass, and changes nothing.
 *
 * @throws {Error} that says which version they have and what to do, or that there are none
 */
export async function expectTables(tx: Transaction): Promise<void> {
  const version = await readVersion(tx);
  const known = migrations.length;
  if (version === known) return;
  const remedy = version > known ? 'take a newer one' : 'a start of the service brings them up to date';
  throw new Error(`its tables have version ${version}, and this release knows ${known}: ${remedy}`);
}

async function readVersion(tx: Transaction): Promise<number> {
  try {
    const [row] = await tx.all<{ version: number }>('SELECT version FROM schema_version');
    if (row) return row.version;
  } catch (error) {
    // Neither database has a code for it that the other one knows.
    if (!/no such table|does not exist/.test((error as Error).message)) throw error;
  }
  throw new Error('there are no tables of an upsell service in it');
}
