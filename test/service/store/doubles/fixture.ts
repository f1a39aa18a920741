import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createSqliteStore } from '../../../../src/service/store/sqlite-store.ts';
import { rawFile } from '../raw-file.ts';

/** Puts the database that an earlier release has made at `file`. */
export function putFixture(version: string, file: string): void {
  writeFileSync(file, gunzipSync(readFileSync(new URL(`${version}.db.gz`, import.meta.url))));
}

/** Opens the database, which brings it up to date, so many ms after it was made. */
export async function migrateAfter(file: string, after = 1_000): Promise<void> {
  const [row] = rawFile(file).read('SELECT MAX(created_at) AS made FROM hold');
  const now = Number(row?.['made']) + after;
  const store = await createSqliteStore({ file, now: () => now });
  await store.close();
}

/** Nothing was sold twice, and nothing has got lost. */
export function assertConserved(file: string): void {
  const wrong = rawFile(file).read(`SELECT sku FROM stock WHERE available + (
    SELECT COALESCE(SUM(quantity), 0) FROM hold
    WHERE hold.account_id = stock.account_id AND hold.sku = stock.sku AND state IN ('held', 'confirmed')
  ) <> supplied`);
  assert.deepEqual(wrong, []);
}
