import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCartItem, type ScriptedOffer } from '../../src/testing/index.ts';
import { setUp, statesIn } from './told-by.ts';

const parking: ScriptedOffer = { catalogItemId: 'parking', cartItemId: 'p', unitPrice: 10 };

describe('a change', () => {
  it('is told with the old state as it was under documented manners, in one message', async () => {
    const { selection, told, ask } = await setUp({ manners: 'documented' });
    let older = 0;
    selection.on('UPDATE_CART_ITEM_MESSAGE').subscribe(() => {
      older += 1;
    });
    selection.offer([parking]);
    await ask('p', 2);
    await ask('p', 3);
    await ask('p', 3);
    await ask('p', 0);
    assert.deepEqual(told, [
      [null, ['p', 2, 20]],
      [
        ['p', 2, 20],
        ['p', 3, 30],
      ],
      [
        ['p', 3, 30],
        ['p', 3, 30],
      ],
      [['p', 3, 30], null],
    ]);
    assert.equal(older, 0);
  });

  it('has an old state of 0 under shipped manners when it is a removal, and an older message beside it', async () => {
    const { selection, told, ask } = await setUp({ manners: 'shipped' });
    const older: unknown[] = [];
    selection.on('UPDATE_CART_ITEM_MESSAGE').subscribe((event) => older.push(statesIn(event)));
    selection.offer([parking]);
    await ask('p', 2);
    await ask('p', 3);
    await ask('p', 0);
    assert.deepEqual(told, [
      [null, ['p', 2, 20]],
      [
        ['p', 2, 20],
        ['p', 3, 30],
      ],
      [['p', 0, 0], null],
    ]);
    assert.deepEqual(older, told);
  });

  it('of the shopper’s is told in the same form', async () => {
    for (const [manners, old] of [
      ['documented', ['s', 2, 70]],
      ['shipped', ['s', 0, 0]],
    ] as const) {
      const { selection, told } = await setUp({ manners });
      selection.shopperSets(buildCartItem({ cartItemId: 's', quantity: 2 }));
      selection.shopperSets(buildCartItem({ cartItemId: 's', quantity: 0 }));
      assert.deepEqual(told, [
        [null, ['s', 2, 70]],
        [old, null],
      ]);
    }
  });

  it('that is a failure of the item is told under documented manners alone', async () => {
    for (const [manners, messages] of [
      ['documented', [[['p', 2, 20], null]]],
      ['shipped', []],
    ] as const) {
      const { selection, told } = await setUp({ manners });
      selection.offer([{ ...parking, quantity: 2 }]);
      selection.failItem('p');
      assert.deepEqual(told, messages);
      assert.deepEqual(selection.cartItems, []);
      assert.throws(() => selection.failItem('q'), RangeError);
    }
  });
});

describe('an item that is selected beforehand', () => {
  it('is announced before getPlacements returns under shipped manners', async () => {
    const { selection, told } = await setUp({ manners: 'shipped' });
    selection.offer([{ ...parking, quantity: 1 }, { catalogItemId: 'valet' }]);
    assert.deepEqual(told, []);
    void selection.getPlacements();
    assert.deepEqual(told, [[null, ['p', 1, 10]]]);
  });

  it('is announced between getPlacements and ready when it is offered there', async () => {
    const { selection, told } = await setUp({ manners: 'shipped' });
    void selection.getPlacements();
    selection.offer([{ ...parking, quantity: 1 }]);
    assert.deepEqual(told, [[null, ['p', 1, 10]]]);
    void selection.getPlacements();
    assert.equal(told.length, 1);
    selection.offer([{ ...parking, cartItemId: 'q', quantity: 1 }]);
    assert.deepEqual(told, [
      [null, ['p', 1, 10]],
      [null, ['q', 1, 10]],
    ]);
  });

  it('is announced a second time under shipped manners when a placement is ready', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    for (const [manners, announcements] of [
      ['documented', 1],
      ['shipped', 2],
    ] as const) {
      const { selection, told } = await setUp({ manners });
      selection.offer([{ ...parking, quantity: 1 }]);
      void selection.getPlacements();
      selection.succeed();
      await selection.ready();
      test.mock.timers.tick(1);
      assert.deepEqual(told, Array(announcements).fill([null, ['p', 1, 10]]));
    }
  });

  it('is announced in a later task under documented manners', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const { selection, told } = await setUp({ manners: 'documented' });
    selection.offer([{ ...parking, quantity: 1 }]);
    void selection.getPlacements();
    assert.deepEqual(told, []);
    test.mock.timers.tick(1);
    assert.deepEqual(told, [[null, ['p', 1, 10]]]);
  });

  it('is announced again as added when a test says so', async () => {
    const { selection, told } = await setUp({ manners: 'shipped' });
    const item = buildCartItem({ cartItemId: 'a', quantity: 1 });
    selection.announce(item);
    selection.announce(item);
    assert.deepEqual(told, [
      [null, ['a', 1, 35]],
      [null, ['a', 1, 35]],
    ]);
    assert.deepEqual(selection.cartItems, [item]);
  });
});
