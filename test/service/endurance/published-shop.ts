import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { insertOfferedItem } from '../../../src/service/store/offered-items.ts';
import type { Store } from '../../../src/service/store/store.ts';
import type { Alone } from '../../package/alone.ts';
import { catalogueOf } from '../support/catalogue.ts';
import { createPartner } from '../support/partner.ts';
import { startProvider } from '../support/provider.ts';
import type { Item } from './item.ts';

const ACCOUNT = '222';
const TAG = 'tag';

/** What starts the service on the database, with an account and a provider that takes everything. */
export async function openPublishedShop(t: TestContext, alone: Alone, db: string) {
  const provider = await startProvider();
  t.after(() => provider.stop());
  const { url, secret, origin } = provider;
  const sold = { stock: 1_000_000, provider: 'provider' };
  const catalogue = catalogueOf({ a: sold, b: sold, c: sold }, { provider: { url, secret } });
  const file = alone.write('killed.json', catalogue);
  const serve = () => alone.serve(['--catalogue', file, '--db', db, '--webhook-allow', origin]);
  await (await serve()).stop();
  const { out, err } = alone.command('account', 'add', ACCOUNT, '--tag', TAG, '--db', db);
  const apiKey = /rokt-api-key: (\S+)/.exec(out)?.[1] ?? assert.fail(err);
  return {
    serve,
    partnerOf: (service: Awaited<ReturnType<Alone['serve']>>) =>
      createPartner(service.url, { accountId: ACCOUNT, apiKey, tagId: TAG }),
  };
}

/** Shows so many shoppers one of the three products. */
export function offerItems(store: Store, number: number): Promise<Item[]> {
  return store.transaction(async (tx) => {
    const createdAt = await tx.now();
    const terms = { linkedProductId: null, unitPrice: 1_000, currency: 'USD', createdAt, terms: undefined };
    const items: Item[] = [];
    for (let n = 0; n < number; n++) {
      const cartItemId = randomUUID();
      const sku = 'abc'.charAt(n % 3);
      await insertOfferedItem(tx, { accountId: ACCOUNT, sessionId: 'session', cartItemId, sku, ...terms });
      items.push({ cartItemId, quantity: 1 + (n % 2) });
    }
    return items;
  });
}
