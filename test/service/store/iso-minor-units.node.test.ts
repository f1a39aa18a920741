import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { startService } from '../../../src/service/index.ts';
import { migrations } from '../../../src/service/store/schema.ts';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';
import { createPartner } from '../support/partner.ts';
import { rawFile, type Rows } from './raw-file.ts';
import { temporaryFile } from './temporary-file.ts';

/** The price of each currency, in major units, as version-1/make.ts has sold it. */
const SOLD = { HUF: 1990, IQD: 25_000, JPY: 500, KWD: 1.234, RSD: 1990, USD: 35.1 };
/** The same in ISO 4217's minor units. */
const MINOR = { HUF: 199_000, IQD: 25_000_000, JPY: 500, KWD: 1_234, RSD: 199_000, USD: 3_510 };
/** What later versions have added to rows. */
const added = {
  ...{ minimum: null, maximum: null, provider_data: null },
  ...{ successor_id: null, confirmed_as: null, is_double: 0 },
};
/** Each currency's decimals as Node kept them before, by its ICU. */
const BEFORE = {
  'icu-76': { HUF: 2, IQD: 0, JPY: 0, KWD: 3, RSD: 0, USD: 2 },
  'icu-78': { HUF: 0, IQD: 0, JPY: 0, KWD: 3, RSD: 2, USD: 2 },
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

/** Puts the database of a release of Node where the test has its own. */
function take(icu: string): void {
  writeFileSync(file, gunzipSync(readFileSync(pathOf(`version-1/${icu}.db.gz`))));
}

async function migrate(): Promise<void> {
  const store = await createSqliteStore({ file });
  await store.close();
}

/** The distinct prices of each currency in a table. */
function pricesIn(table: string): Record<string, unknown> {
  const rows = raw.read(`SELECT DISTINCT currency, unit_price FROM ${table} ORDER BY currency`);
  assert.equal(rows.length, Object.keys(SOLD).length);
  return Object.fromEntries(rows.map(({ currency, unit_price }) => [String(currency), unit_price]));
}

for (const icu of ['icu-76', 'icu-78'] as const) {
  describe(`a database that Node wrote with ${icu}, before minor units were ISO’s`, () => {
    beforeEach(() => take(icu));

    it('has the same prices afterwards, in the minor units of ISO 4217', async () => {
      await migrate();
      assert.deepEqual(pricesIn('hold'), MINOR);
      assert.deepEqual(pricesIn('offered_item'), MINOR);
    });

    it('tells what each currency had before', async () => {
      await migrate();
      const rows = raw.read('SELECT * FROM minor_unit ORDER BY currency');
      const digits = { HUF: 2, IQD: 3, JPY: 0, KWD: 3, RSD: 2, USD: 2 };
      assert.deepEqual(
        rows,
        Object.entries(digits).map(([currency, after]) => ({
          currency,
          digits_before: BEFORE[icu][currency as keyof typeof SOLD],
          digits: after,
        })),
      );
    });

    it('changes in nothing but prices, and not at all when it is opened again', async () => {
      const { hold, offered_item, schema_version, account, answered_request, ...before } = raw.everything();
      await migrate();
      const after = raw.everything();
      const { hold: holds, offered_item: items, schema_version: version, minor_unit, ...others } = after;
      const { account: accounts, answered_request: answers, probe, receiver, outbox, ...rest } = others;
      const { outbox: messages, ...unchanged } = before;
      assert.deepEqual(rest, unchanged);
      assert.deepEqual([schema_version, version], [[{ version: 1 }], [{ version: migrations.length }]]);
      // What later versions do: answers have another form, a catalogue has a version, items and holds know their bounds, attempts
      // may have arrived.
      assert.ok(answered_request!.length > 0);
      assert.deepEqual([answers, probe, receiver], [[], [], []]);
      const sent = (rows: Rows = []) =>
        rows.map((row) => ({ ...row, waits_for: null, sent: row['attempts'] }));
      assert.deepEqual(outbox, sent(messages));
      assert.deepEqual(
        accounts,
        account!.map((row) => ({ ...row, catalogue_version: 0 })),
      );
      const withoutPrice = (rows: Rows = []) => rows.map((row) => ({ ...row, unit_price: null, ...added }));
      assert.deepEqual(withoutPrice(holds), withoutPrice(hold));
      assert.deepEqual(withoutPrice(items), withoutPrice(offered_item));
      assert.equal(minor_unit?.length, 6);
      await migrate();
      assert.deepEqual(raw.everything(), after);
    });

    it('is as it was when the process is killed in the middle, and is migrated by the next', async () => {
      const before = raw.everything();
      const dying = ['--import', pathOf('version-1/die-in-the-middle.ts')];
      const { signal, stdout } = spawnSync(
        process.execPath,
        [...dying, pathOf('open-and-exit.ts'), file, 'never'],
        { encoding: 'utf8' },
      );
      assert.deepEqual([signal, stdout], ['SIGKILL', '']);
      assert.deepEqual(raw.everything(), before);
      await migrate();
      assert.deepEqual(pricesIn('hold'), MINOR);
      assert.deepEqual(pricesIn('offered_item'), MINOR);
    });

    it('is as it was when a statement fails in the middle', async () => {
      raw.write(`CREATE TRIGGER full BEFORE UPDATE ON hold WHEN old.state = 'released'
        BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
      const before = raw.everything();
      await assert.rejects(createSqliteStore({ file }), /the disk is full/);
      assert.deepEqual(raw.everything(), before);
      raw.write('DROP TRIGGER full');
      await migrate();
      assert.deepEqual(pricesIn('hold'), MINOR);
    });

    it('sells what was held before at the price that it was held at', async () => {
      await migrate();
      raw.write(`UPDATE hold SET expires_at = ${Date.now() + 3_600_000} WHERE state = 'held'`);
      const held = raw.read(`SELECT cart_item_id, reservation_id, currency FROM hold WHERE state = 'held'`);
      const service = await startService({ db: file, catalogue: { placements: [] } });
      try {
        const items = held.map(({ cart_item_id, reservation_id, currency }) => ({
          cartItemId: cart_item_id,
          itemReservationId: `rokt_item_reservation_id.${String(reservation_id)}`,
          currency,
          unitPrice: SOLD[currency as keyof typeof SOLD],
        }));
        const { body } = await createPartner(service.url, service).confirm('held', 'later', items);
        assert.deepEqual(
          body.items.map(({ success }) => success),
          held.map(() => true),
        );
      } finally {
        await service.stop();
      }
      const told = raw.read(`SELECT body FROM outbox WHERE reservation_id IN (${quoted(held)})`);
      const prices = told.map(({ body }) => (JSON.parse(String(body)) as { data: Sale }).data);
      assert.deepEqual(
        Object.fromEntries(prices.map(({ currency, unitPrice }) => [currency, unitPrice])),
        SOLD,
      );
    });
  });
}

interface Sale {
  readonly currency: string;
  readonly unitPrice: number;
}

function quoted(rows: Rows): string {
  return rows.map(({ reservation_id }) => `'${String(reservation_id)}'`).join();
}

describe('a database of which nothing says what its prices were', () => {
  it('is read by the Intl of this runtime, as it was before', async () => {
    take('icu-78');
    raw.write(`DELETE FROM answered_request; DELETE FROM outbox; DELETE FROM hold WHERE currency IN ('HUF', 'RSD');
      DELETE FROM offered_item WHERE currency IN ('HUF', 'RSD')`);
    await migrate();
    const { IQD, JPY, KWD, USD } = MINOR;
    const rows = raw.read('SELECT DISTINCT currency, unit_price FROM hold ORDER BY currency');
    assert.deepEqual(
      rows.map((row) => row['unit_price']),
      [IQD, JPY, KWD, USD],
    );
  });

  it('is left alone where its currency has no minor unit, and refused where a price is beyond counting', async () => {
    take('icu-78');
    raw.write(`UPDATE hold SET currency = 'XDR' WHERE currency = 'USD'`);
    await migrate();
    assert.deepEqual(raw.read(`SELECT DISTINCT unit_price FROM hold WHERE currency = 'XDR'`), [
      { unit_price: 3510 },
    ]);
    take('icu-78');
    raw.write(`UPDATE offered_item SET unit_price = 9007199254740991 WHERE currency = 'IQD'`);
    await assert.rejects(createSqliteStore({ file }), /offered_item: a price in IQD has more than 2 \*\* 53/);
    assert.deepEqual(raw.read('SELECT version FROM schema_version'), [{ version: 1 }]);
  });
});
