import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertConserved, migrateAfter, putFixture } from './doubles/fixture.ts';
import { refusalOf, serve } from './doubles/serve.ts';
import { rawFile } from './raw-file.ts';
import { temporaryFile } from './temporary-file.ts';

describe('a database with what was sold in XDR, which has no minor unit', () => {
  it('ends holds by name, gives sales again and cancels them', async (t) => {
    const { file, remove } = temporaryFile();
    t.after(remove);
    putFixture('version-1', file);
    await migrateAfter(file);
    const raw = rawFile(file);
    assert.deepEqual(raw.read(`SELECT * FROM offered_item WHERE currency = 'XDR'`), []);
    const confirmationId = String(
      raw.read(`SELECT confirmation_id FROM hold WHERE cart_id = 'drawn-sold'`)[0]?.['confirmation_id'],
    );
    await serve(file, async ({ url, partner, ...fixture }) => {
      const { lineOf, itemOf, confirmRefused, reserveRefused } = fixture;
      assert.deepEqual(await confirmRefused('drawn-held'), ['reservation-released', {}]);
      assert.deepEqual(await reserveRefused('drawn-held'), ['unknown-cart-item', {}]);
      const sold = { ...itemOf('drawn-sold', 1), unitPrice: 35.1, currency: 'XDR' };
      const again = await partner.confirm('drawn-sold', 'order of drawn-sold', [sold]);
      assert.ok(again.body.items[0]?.success, JSON.stringify(again.body));
      const other = await partner.confirm('drawn-sold', 'order of drawn-sold', [{ ...sold, unitPrice: 1 }]);
      const terms = { quantity: 1, unitPrice: 35.1, totalPrice: 35.1, currency: 'XDR' };
      assert.deepEqual(refusalOf(other.body.items), ['price-mismatch', terms]);
      for (const accept of ['application/json', 'text/html']) {
        const page = await fetch(`${url}/confirmations/${confirmationId}`, { headers: { accept } });
        assert.equal(page.status, 200);
        assert.match(await page.text(), /35\.1/);
      }
      assert.equal((await partner.cancel(lineOf('drawn-sold').itemReservationId)).status, 200);
    });
    assertConserved(file);
  });
});
