import assert from 'node:assert/strict';
import { migrations } from '../../../src/service/store/schema.ts';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rawFile } from './raw-file.ts';
import { assertConserved, migrateAfter, putFixture } from './doubles/fixture.ts';
import { refusalOf, serve } from './doubles/serve.ts';
import { temporaryFile } from './temporary-file.ts';

const DAY = 24 * 3_600_000;
/** What becomes of the hold of each cart, as doubles/make.ts has made it, where it is opened before any is over. */
const ENDS = {
  older: 'released',
  old: 'released',
  newest: 'held',
  buyer: 'confirmed',
  late: 'released',
  first: 'confirmed',
  second: 'confirmed',
  third: 'released',
  single: 'held',
  'drawn-sold': 'confirmed',
};

let file: string;
let remove: () => void;
let raw: ReturnType<typeof rawFile>;
beforeEach(() => {
  ({ file, remove } = temporaryFile());
  raw = rawFile(file);
});
afterEach(() => remove());

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Opens it so long after it was made. */
const migrate = (after?: number) => migrateAfter(file, after);

function states(): Record<string, unknown> {
  const rows = raw.read('SELECT cart_id, state FROM hold');
  return Object.fromEntries(rows.map(({ cart_id, state }) => [String(cart_id), state]));
}

for (const [version, drawn, left] of [
  ['version-1', 'released', { parking: 89, drawn: 99 }],
  ['version-5', 'held', { parking: 89, drawn: 97 }],
] as const) {
  describe(`a database of ${version}, in which carts share items`, () => {
    beforeEach(() => putFixture(version, file));

    it('keeps each sale and the newest live hold of each item, and has the stock of the others back', async () => {
      await migrate();
      assert.deepEqual(states(), { ...ENDS, 'drawn-held': drawn });
      const stock = raw.read('SELECT sku, available FROM stock');
      assert.deepEqual(Object.fromEntries(stock.map(({ sku, available }) => [sku, available])), left);
      assertConserved(file);
    });

    it('ends those that are over by then at their own time', async () => {
      await migrate(DAY);
      const { old, older, newest } = states();
      assert.deepEqual([old, older, newest], ['expired', 'expired', 'held']);
      assert.deepEqual(raw.read(`SELECT * FROM hold WHERE state = 'expired' AND ended_at <> expires_at`), []);
      assertConserved(file);
    });

    it('changes nothing else, and not at all when it is opened again', async () => {
      const { hold, outbox, placed_order } = raw.everything();
      await migrate();
      const after = raw.everything();
      const sent = outbox!.map((row) => ({ ...row, waits_for: null, sent: row['attempts'] }));
      assert.deepEqual([after['outbox'], after['placed_order']], [sent, placed_order]);
      const added = { maximum: null, successor_id: null, confirmed_as: null, is_double: 0 };
      const doubles = after['hold']!.filter(({ is_double }) => is_double === 1);
      assert.deepEqual(
        doubles.map(({ cart_id }) => cart_id),
        ['first'],
      );
      const unended = (row: object) => ({ ...row, ...added, state: null, ended_at: null });
      assert.deepEqual(after['hold']!.map(unended), hold!.map(unended));
      assert.deepEqual(after['schema_version'], [{ version: migrations.length }]);
      await migrate();
      assert.deepEqual(raw.everything(), after);
    });

    it('holds an item once from then on', async () => {
      await migrate();
      assert.throws(
        () => raw.write(`UPDATE hold SET state = 'held', ended_at = NULL WHERE cart_id = 'old'`),
        /UNIQUE constraint failed/,
      );
    });

    it('is as it was when the process is killed in the middle, and is migrated by the next', async () => {
      const before = raw.everything();
      const dying = ['--import', pathOf('doubles/die-in-the-middle.ts')];
      const child = [...dying, pathOf('open-and-exit.ts'), file, 'never'];
      const { signal, stdout } = spawnSync(process.execPath, child, { encoding: 'utf8' });
      assert.deepEqual([signal, stdout], ['SIGKILL', '']);
      assert.deepEqual(raw.everything(), before);
      await migrate();
      assert.deepEqual(states(), { ...ENDS, 'drawn-held': drawn });
    });

    it('is as it was when a statement fails in the middle', async () => {
      raw.write(`CREATE TRIGGER full BEFORE UPDATE ON hold WHEN new.state = 'released' AND old.cart_id = 'third'
        BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
      const before = raw.everything();
      await assert.rejects(migrate(), /the disk is full/);
      assert.deepEqual(raw.everything(), before);
    });

    it('is served on: what stays is sold, what is released says so, and every sale can be cancelled', async () => {
      await migrate();
      raw.write(`UPDATE hold SET expires_at = ${Date.now() + DAY} WHERE state = 'held'`);
      raw.write(`UPDATE offered_item SET created_at = ${Date.now()}`);
      await serve(file, async ({ partner, ...fixture }) => {
        const { lineOf, itemOf, confirmRefused, reserveRefused } = fixture;
        const [kept] = (await partner.confirm('newest', 'order', [lineOf('newest')])).body.items;
        assert.ok(kept?.success, JSON.stringify(kept));
        assert.deepEqual(await confirmRefused('old'), ['reservation-released', {}]);
        for (const cart of ['first', 'second']) {
          const ofCart = { orderId: `order of ${cart}` };
          assert.deepEqual(await reserveRefused(cart), ['already-confirmed', ofCart]);
        }
        assert.deepEqual(await reserveRefused('third'), ['already-confirmed', {}]);
        for (const cart of ['first', 'second', 'buyer'])
          assert.equal((await partner.cancel(lineOf(cart).itemReservationId)).status, 200);
        assert.ok((await partner.reserve('third', [itemOf('third', 9)])).body.items[0]?.success);
      });
      assertConserved(file);
    });

    it('has the bounds of the catalogue for an impression that was kept without any', async () => {
      await migrate();
      raw.write(`UPDATE offered_item SET created_at = ${Date.now()}`);
      await serve(file, async ({ partner, itemOf }) => {
        const { body } = await partner.reserve('single', [itemOf('single', 10)]);
        const bounds = { minimum: 1, maximum: 9 };
        assert.deepEqual(refusalOf(body.items), ['quantity-out-of-bounds', bounds]);
      });
    });
  });
}
