import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { auditRows } from '../../../src/service/audit/audit.ts';
import { courses } from './model/commands.ts';
import { isOnPostgres } from '../support/database.ts';
import { OutcomeCount } from './model/outcome-count.ts';
import { World } from './model/world.ts';

/** How many courses of calls: the first argument. `npm run test:long` gives more. A server is asked over a wire. */
const numRuns = Number(process.argv[2] ?? (isOnPostgres ? 15 : 150));
/** A planted fault need only be found. */
const endOnFailure = process.env['ROKT_UPSELL_MUTANT'] !== undefined;

const outcomes = [
  ...['of another impression', 'of another cart'].map((what) => `reserve ${what}`),
  ...['as a successor', 'of another cart', 'quantity-out-of-bounds'].map((what) => `confirm ${what}`),
  ...['reserve', 'already-confirmed', 'unknown-cart-item', 'quantity-out-of-bounds', 'out-of-stock'].map(
    (code) => `reserve ${code}`,
  ),
  ...['confirm', 'price-mismatch', 'quantity-mismatch', 'reservation-expired', 'reservation-released'].map(
    (code) => `confirm ${code}`,
  ),
  ...[
    'already-confirmed',
    'already-cancelled',
    'unknown-reservation',
    'out-of-stock',
    'unknown-cart-item',
  ].map((code) => `confirm ${code}`),
  ...['release', 'already-confirmed', 'unknown-reservation'].map((code) => `release ${code}`),
  ...['cancelled', 'not-confirmed', 'unknown-reservation'].map((code) => `cancel ${code}`),
  ...['replay replayed', 'sweep expired', 'supply refused', 'supply supplied'],
];

describe('stock, holds and sales', () => {
  it(
    `keep every invariant in raw rows over ${numRuns} courses of calls`,
    { timeout: 3_600_000 },
    async () => {
      const count = new OutcomeCount();
      await fc.assert(
        fc.asyncProperty(courses(count, 60), async (course) => {
          const opened = await World.open();
          try {
            await fc.asyncModelRun(() => ({ model: opened.model, real: opened.world }), course);
            const { findings } = await opened.world.shop.store.transaction(auditRows);
            assert.deepEqual(
              findings.filter(({ kind }) => kind === 'fault'),
              [],
            );
          } finally {
            await opened.world.shop.store.close();
            opened.world.database.remove();
          }
        }),
        { numRuns, endOnFailure },
      );
      console.log(count.toString());
      if (numRuns >= 150) assert.deepEqual(count.missing(outcomes), []);
    },
  );
});
