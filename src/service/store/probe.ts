import type { Transaction } from './store.ts';

/** More than a database has room for by chance. */
const FILLING = 'x'.repeat(65_536);

/**
 * Proves that the database takes what is written, and leaves nothing there.
 *
 * @throws {Error} the database's own, where its disk is full for instance
 */
export async function proveWritable(tx: Transaction, probeId: string): Promise<void> {
  await tx.run('INSERT INTO probe (probe_id, filling) VALUES ($1, $2)', probeId, FILLING);
  await tx.run('DELETE FROM probe WHERE probe_id = $1', probeId);
}
