import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScriptedOffer } from '../../src/testing/index.ts';
import { setUp } from './told-by.ts';

const parking: ScriptedOffer = { catalogItemId: 'parking', cartItemId: 'p', unitPrice: 10, maximum: 4 };

/** What an item that is at `held` comes to when the page asks for `wanted`, and whether that was told. */
async function wish(
  manners: 'documented' | 'shipped',
  offer: Partial<ScriptedOffer>,
  wanted: number,
  siblings: readonly ScriptedOffer[] = [],
  total = {},
) {
  const { selection, told, ask } = await setUp({ manners });
  selection.offer([{ ...parking, ...offer }, ...siblings], total);
  await ask('p', wanted);
  const held = selection.cartItems.find(({ cartItemId }) => cartItemId === 'p');
  return [held?.quantity ?? 0, told.length > 0];
}

describe('a wish that documented manners meet', () => {
  const rows: readonly [string, Partial<ScriptedOffer>, number, number][] = [
    ['within the bounds takes effect', {}, 3, 3],
    ['beyond the maximum takes effect up to it', {}, 9, 4],
    ['below the minimum takes effect from it on', { minimum: 2, quantity: 3 }, 1, 2],
    ['that is equal changes nothing', { quantity: 3 }, 3, 3],
    ['that cannot take effect changes nothing', { maximum: 0 }, 1, 0],
    ['for nothing removes the item', { quantity: 3 }, 0, 0],
  ];
  for (const [name, offer, wanted, granted] of rows) {
    it(`${name}, and is answered`, async () => {
      assert.deepEqual(await wish('documented', offer, wanted), [granted, true]);
    });
  }

  it('takes effect up to what the offer may hold in all', async () => {
    const sibling = { catalogItemId: 'valet', quantity: 1 };
    assert.deepEqual(await wish('documented', { quantity: 1 }, 4, [sibling], { maximum: 3 }), [2, true]);
  });
});

describe('a wish that shipped manners meet', () => {
  const rows: readonly [string, Partial<ScriptedOffer>, number, number, boolean][] = [
    ['within the bounds takes effect, and is answered', {}, 3, 3, true],
    ['beyond the maximum is met with silence', {}, 9, 0, false],
    ['beyond the maximum of an item that is held is met with silence', { quantity: 3 }, 5, 3, false],
    ['below the minimum is met with silence', { minimum: 2, quantity: 3 }, 1, 3, false],
    ['that is equal is met with silence', { quantity: 3 }, 3, 3, false],
    ['for nothing removes the item', { quantity: 3 }, 0, 0, true],
    ['for nothing where there is a minimum is met with silence', { minimum: 1, quantity: 3 }, 0, 3, false],
  ];
  for (const [name, offer, wanted, held, isTold] of rows) {
    it(name, async () => {
      assert.deepEqual(await wish('shipped', offer, wanted), [held, isTold]);
    });
  }

  it('beyond what the offer may hold in all is met with silence, and within it takes effect', async () => {
    const sibling = { catalogItemId: 'valet', quantity: 1 };
    assert.deepEqual(await wish('shipped', { quantity: 1 }, 3, [sibling], { maximum: 3 }), [1, false]);
    assert.deepEqual(await wish('shipped', { quantity: 1 }, 2, [sibling], { maximum: 3 }), [2, true]);
  });

  it('is not bounded by what another offer holds', async () => {
    const { selection, ask } = await setUp({ manners: 'shipped' });
    selection.offer([parking], { maximum: 2 });
    selection.offer([{ catalogItemId: 'valet', quantity: 2 }], { maximum: 2 });
    await ask('p', 2);
    assert.deepEqual(
      selection.cartItems.map(({ quantity }) => quantity),
      [2, 2],
    );
  });
});

describe('what is no wish', () => {
  for (const manners of ['documented', 'shipped'] as const) {
    it(`changes nothing under ${manners} manners, and send() resolves`, async () => {
      const { selection, told, ask } = await setUp({ manners });
      selection.offer([parking]);
      await ask('p', 1.5);
      await ask('p', '1');
      await ask('another', 0);
      await selection.send('V2_UPDATE_CART_ITEM', null);
      await selection.send('ANOTHER', { cartItemId: 'p', quantity: 1 });
      await selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'p', quantity: 1, unitPrice: 10 });
      await selection.send('ROKT_UPSELL_ITEM_WORK', { cartItemId: 'p', state: 'pending' });
      assert.deepEqual([told, selection.cartItems], [[], []]);
      assert.deepEqual(selection.sends.at(-1)?.data, { cartItemId: 'p', state: 'pending' });
    });
  }
});

describe('a wish that comes when the selection is over', () => {
  for (const manners of ['documented', 'shipped'] as const) {
    const setUpOffer = async () => {
      const parts = await setUp({ manners });
      parts.selection.offer([parking]);
      return { ...parts, placement: parts.selection.succeed() };
    };
    const untold = async ({ told, ask }: Awaited<ReturnType<typeof setUpOffer>>) => {
      await ask('p', 1);
      assert.deepEqual(told, []);
    };

    it(`is met with silence under ${manners} manners, and send() resolves`, async () => {
      const closed = await setUpOffer();
      await closed.selection.close();
      await untold(closed);
      const left = await setUpOffer();
      left.placement.closeByShopper();
      await untold(left);
      const terminated = await setUpOffer();
      await terminated.rokt.terminateElsewhere();
      await untold(terminated);
    });
  }
});
