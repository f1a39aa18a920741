import { Shop } from '../reservation/shop.ts';
import type { useServer } from './server.ts';

/** Two stores on one empty database, as two instances have it, and a shop on the first. */
export async function openTwice(server: ReturnType<typeof useServer>) {
  const db = await server.makeDatabase();
  const [one, other] = await Promise.all([server.open(db), server.open(db)]);
  const shop = new Shop(one);
  shop.now = await one.transaction((tx) => tx.now());
  await shop.addAccount('shop');
  shop.sell('parking', { maximum: 100 });
  return { db, one, other, shop };
}
