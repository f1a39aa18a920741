import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startDevService } from '../../../src/service/dev/dev-service.ts';
import { openStore } from '../../../src/service/store/open-store.ts';
import { makeBriefDatabase } from '../support/database.ts';
import { createPartner } from '../support/partner.ts';

describe('a call that asks for offers', () => {
  it('is answered also where nobody can say what became of the offers', async (t) => {
    const store = await openStore((await makeBriefDatabase()).db);
    t.after(() => store.close());
    let count = 0;
    let failing = 0;
    const counting = {
      ...store,
      get waiting() {
        return store.waiting;
      },
      transaction: (async (work) => {
        if (++count === failing) throw new Error('the database is out of reach');
        return store.transaction(work);
      }) satisfies typeof store.transaction,
    };
    const service = await startDevService(counting);
    t.after(() => service.close());
    const account = await service.account();
    const partner = createPartner(service.url, account);
    const ask = () => partner.any({ cartId: 'cart' });
    await ask();
    count = 0;
    await ask();
    // The last thing that is read for a call is what became of the offers.
    failing = 2 * count;
    assert.equal((await ask()).status, 200);
    const calls = account.requests();
    assert.deepEqual(
      calls.map(({ status, targeting }) => [status, targeting !== undefined]),
      [
        [200, true],
        [200, true],
        [200, false],
      ],
    );
  });
});
