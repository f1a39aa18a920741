import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CartItem } from '../../src/model/index.ts';
import type { ScriptedOffer } from '../../src/testing/index.ts';
import { setUp } from './told-by.ts';

const parking: ScriptedOffer = { catalogItemId: 'parking', cartItemId: 'new:acme', unitPrice: 10 };

describe('a stale cartItemId', () => {
  it('is cleared under shipped manners: an item of the asked id, without any content', async () => {
    const { selection, ask } = await setUp({ manners: 'shipped' });
    const bodies: unknown[] = [];
    selection.on('V2_CART_ITEM_UPDATED').subscribe((event) => bodies.push((event as { body: unknown }).body));
    selection.offer([parking]);
    await ask('old:acme', 1);
    const cartItem: CartItem = {
      cartItemId: 'old:acme',
      catalogItemId: '',
      currency: '',
      description: '',
      name: '',
      providerData: '',
      quantity: 0,
      unitPrice: 0,
      totalPrice: 0,
    };
    assert.deepEqual(bodies, [{ cartItem, oldCartItem: null }]);
    assert.deepEqual(selection.cartItems, []);
  });

  for (const [name, cartItemId, quantity] of [
    ['at quantity 0', 'old:acme', 0],
    ['of another provider', 'old:other', 1],
    ['whose last part alone counts as provider', 'acme:old', 1],
    ['without a provider', 'acme', 1],
  ] as const) {
    it(`${name} is met with silence under shipped manners`, async () => {
      const { selection, told, ask } = await setUp({ manners: 'shipped' });
      selection.offer([parking]);
      await ask(cartItemId, quantity);
      assert.deepEqual(told, []);
    });
  }

  it('is answered under documented manners by the old id and the new one', async () => {
    const { selection, told, ask } = await setUp({ manners: 'documented' });
    selection.offer([{ ...parking, formerIds: ['old:acme'] }]);
    await ask('old:acme', 2);
    await ask('new:acme', 3);
    await ask('unknown:acme', 1);
    assert.deepEqual(told, [
      [
        ['old:acme', 0, 0],
        ['new:acme', 2, 20],
      ],
      [
        ['new:acme', 2, 20],
        ['new:acme', 3, 30],
      ],
    ]);
  });

  it('of an item at quantity 0 is answered under documented manners by the old id alone', async () => {
    const { selection, told, ask } = await setUp({ manners: 'documented' });
    selection.offer([{ ...parking, quantity: 1, formerIds: ['old:acme'] }]);
    await ask('old:acme', 0);
    assert.deepEqual(told, [[['old:acme', 1, 10], null]]);
  });

  for (const [manners, answer] of [
    ['documented', [['p:acme', 2, 20], 3]],
    ['shipped', [null, 0]],
  ] as const) {
    it(`comes of drawing the item anew, which nobody is told, under ${manners} manners too`, async () => {
      const { selection, told, ask } = await setUp({ manners });
      selection.offer([{ ...parking, cartItemId: 'p:acme', quantity: 2 }]);
      const freshId = selection.renew('p:acme');
      assert.deepEqual(told, []);
      assert.deepEqual(
        selection.cartItems.map(({ cartItemId, quantity }) => [cartItemId, quantity]),
        [[freshId, 2]],
      );
      await ask('p:acme', 3);
      const [[old, now]] = told as unknown as [[unknown, unknown[]]];
      assert.deepEqual([old, now[1]], answer);
      await ask(freshId, 1);
      assert.equal(selection.cartItems[0]?.quantity, 1);
    });
  }

  it('is known under documented manners however often the item was drawn anew', async () => {
    const { selection, ask } = await setUp({ manners: 'documented' });
    selection.offer([{ ...parking, cartItemId: 'p' }]);
    const second = selection.renew('p');
    selection.renew(second);
    await ask(second, 1);
    assert.equal(selection.cartItems[0]?.quantity, 1);
  });

  it('of an earlier selection is known under documented manners, with fresh ids each time', async () => {
    const { rokt, selection: first } = await setUp({ manners: 'documented' });
    const [before] = first.offer([{ catalogItemId: 'parking', linkedProductId: 'ticket' }]);
    void rokt.launcher.selectPlacements({ attributes: {} });
    const second = await rokt.nextSelection();
    const [other, after] = second.offer([
      { catalogItemId: 'parking' },
      { catalogItemId: 'parking', linkedProductId: 'ticket' },
    ]);
    assert.equal(new Set([before, other, after].map((item) => item?.cartItemId)).size, 3);
    await second.send('V2_UPDATE_CART_ITEM', { cartItemId: before?.cartItemId, quantity: 1 });
    assert.deepEqual(
      second.cartItems.map(({ cartItemId }) => cartItemId),
      [after?.cartItemId],
    );
  });
});
