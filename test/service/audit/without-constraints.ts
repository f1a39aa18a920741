import type { Store } from '../../../src/service/store/store.ts';

/** Who refers to accounts comes before them. */
const tables = [
  ...['account_key', 'account_tag', 'account_origin', 'stock', 'offered_item', 'hold', 'placed_order'],
  ...['answered_request', 'outbox', 'receiver', 'account'],
];

/** Takes every constraint and index off the tables: what no release writes can be written then. */
export async function dropConstraints(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    for (const table of tables) {
      await tx.run(`CREATE TABLE bare AS SELECT * FROM ${table}`);
      await tx.run(`DROP TABLE ${table}`);
      await tx.run(`ALTER TABLE bare RENAME TO ${table}`);
    }
  });
}
