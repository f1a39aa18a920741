import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audit, type Audit } from '../../../src/service/index.ts';
import { auditRows } from '../../../src/service/audit/audit.ts';
import { rowBreaks } from './row-breaks.ts';
import { toldBreaks } from './told-breaks.ts';
import { openSoldShop } from './sold-shop.ts';
import { dropConstraints } from './without-constraints.ts';

const faultsOf = ({ findings }: Audit) => findings.filter(({ kind }) => kind === 'fault');

describe('an audit', () => {
  it('finds no fault in sound rows, also from outside, and counts them', async (t) => {
    const { store, database } = await openSoldShop(t);
    const inside = await store.transaction(auditRows);
    assert.deepEqual(faultsOf(inside), []);
    assert.deepEqual(inside.counted, {
      ...{ accounts: 2, products: 3, held: 2, confirmed: 3, ended: 2, orders: 4, messages: 4, answers: 10 },
    });
    await store.close();
    assert.deepEqual(await audit(database.db), inside);
  });

  it('notes what has not arrived and what was given up, with its error', async (t) => {
    const { store, ids } = await openSoldShop(t);
    await store.transaction((tx) =>
      tx.run(
        `UPDATE outbox SET state = 'given-up', ended_at = due_at, last_error = 'gone' WHERE reservation_id = $1`,
        ids.unheld,
      ),
    );
    const { findings } = await store.transaction(auditRows);
    assert.deepEqual(
      findings.map(({ kind, rule }) => `${kind} ${rule}`),
      ['note undelivered', 'note undelivered', 'note given up'],
    );
    assert.match(
      findings[2]?.where ?? '',
      new RegExp(`item.confirmed of hold ${ids.unheld} for arrive.*gone$`),
    );
  });

  it('misses no message that may have been forgotten', async (t) => {
    const { store, ids } = await openSoldShop(t);
    const month = 31 * 24 * 60 * 60_000;
    await store.transaction(async (tx) => {
      await tx.run(
        `UPDATE hold SET created_at = created_at - ${month}, ended_at = ended_at - ${month}, expires_at = expires_at - ${month}
        WHERE reservation_id IN ('${ids.sold}', '${ids.undone}')`,
      );
      await tx.run(`DELETE FROM outbox WHERE reservation_id IN ('${ids.sold}', '${ids.undone}')`);
    });
    assert.deepEqual(faultsOf(await store.transaction(auditRows)), []);
  });

  for (const [what, { sql, rule, names }] of Object.entries({ ...rowBreaks, ...toldBreaks })) {
    it(`finds ${what}`, async (t) => {
      const { store, ids } = await openSoldShop(t);
      await dropConstraints(store);
      assert.deepEqual(faultsOf(await store.transaction(auditRows)), []);
      await store.transaction(async (tx) => {
        for (const statement of sql(ids)) await tx.run(statement);
      });
      const found = faultsOf(await store.transaction(auditRows)).filter((fault) => fault.rule === rule);
      assert.ok(found.length > 0, `expected a fault of: ${rule}`);
      assert.match(found.map(({ where }) => where).join('\n'), names(ids));
    });
  }
});
