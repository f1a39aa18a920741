import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { auditRows } from '../../../src/service/audit/audit.ts';
import type { Store } from '../../../src/service/store/store.ts';
import type { Alone } from '../../package/alone.ts';
import { checkItems } from './check-items.ts';
import type { Item } from './item.ts';
import { offerItems, openPublishedShop } from './published-shop.ts';
import { answerTo, ask, shopUntilGone } from './shopper.ts';

const SHOPPERS = 12;
/** So many items does one shopper need before the service is killed, at most. */
const ITEMS = 25;
/** After so many acknowledged calls at most is the service killed, and so many ms later at most. */
const CALLS = 200;
const LATER = 15;

/** Where the service keeps what must not be lost, and what opens it while the service is not there. */
export interface Killed {
  readonly db: string;
  readonly open: () => Promise<Store>;
}

/**
 * Kills the published service so many times under load, at random moments: no acknowledged change is missing from the raw rows,
 * and nothing that was asked for again has been done again.
 */
export async function killUnderLoad(t: TestContext, alone: Alone, { db, open }: Killed, kills: number) {
  const { serve, partnerOf } = await openPublishedShop(t, alone, db);
  const count = { acknowledged: 0, askedAgain: 0, repeated: 0 };
  const items: Item[] = [];
  const inStore = async <Result>(work: (store: Store) => Promise<Result>) => {
    const store = await open();
    return work(store).finally(() => store.close());
  };
  for (let kill = 0; kill <= kills; kill++) {
    const fresh = await inStore((store) => offerItems(store, SHOPPERS * ITEMS));
    const service = await serve();
    const partner = partnerOf(service);
    for (const item of items.filter(({ asked }) => asked !== undefined)) {
      await ask(partner, item, item.asked!);
      count.askedAgain++;
    }
    for (const item of items.slice(-20)) {
      const { verb, text } = item.answered ?? assert.fail('every item was answered by now');
      assert.equal(await answerTo(partner, item, verb), text);
      count.repeated++;
    }
    if (kill === kills) {
      assert.deepEqual(await service.stop(), { code: 0, stderr: '' });
      break;
    }
    let left = 1 + Math.floor(Math.random() * CALLS);
    const tell = () => {
      count.acknowledged++;
      left--;
      if (left === 0) setTimeout(() => service.signal('SIGKILL'), Math.random() * LATER);
    };
    const lots = Array.from({ length: SHOPPERS }, (_, n) => fresh.slice(n * ITEMS, (n + 1) * ITEMS));
    await Promise.all(lots.map((lot) => shopUntilGone(partner, lot, tell)));
    await service.gone;
    items.push(...fresh.filter(({ state, asked }) => state !== undefined || asked !== undefined));
    const missing = await inStore((store) => checkItems(store, items));
    assert.deepEqual(missing, { lost: [], twice: [] }, `after ${kill + 1} kills`);
  }
  assert.deepEqual(await inStore((store) => checkItems(store, items)), { lost: [], twice: [] });
  const { findings, counted } = await inStore((store) => store.transaction(auditRows));
  t.diagnostic(
    `${kills} kills, lost 0, twice 0: ${JSON.stringify(count)}; audited: ${JSON.stringify(counted)}`,
  );
  assert.deepEqual(
    findings.filter(({ kind }) => kind === 'fault'),
    [],
  );
  assert.ok(count.acknowledged >= kills && count.askedAgain > 0, 'it was killed under load');
}
