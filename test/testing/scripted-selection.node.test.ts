import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCartItem, createScriptedLauncher, type ScriptedSelection } from '../../src/testing/index.ts';
import { statesIn } from './told-by.ts';

/** A selection, and the states that it tells, as id and quantity: the old one, then the new one. */
async function setUp() {
  const rokt = createScriptedLauncher();
  void rokt.launcher.selectPlacements({ attributes: {} });
  const selection = await rokt.nextSelection();
  const told: unknown[] = [];
  selection.on('V2_CART_ITEM_UPDATED').subscribe((event) => told.push(statesIn(event)));
  return { selection, told };
}

async function ask(selection: ScriptedSelection, cartItemId: string, quantity: number) {
  void selection.send('V2_UPDATE_CART_ITEM', { cartItemId, quantity });
  return selection.nextSend();
}

describe('a scripted selection', () => {
  it('tells no old state of an item that is new, and both of one that was updated', async () => {
    const { selection, told } = await setUp();
    (await ask(selection, 'a', 1)).answer();
    (await ask(selection, 'a', 2)).answer();
    selection.shopperSets(buildCartItem({ cartItemId: 'a', quantity: 0 }));
    assert.deepEqual(told, [
      [null, ['a', 1, 35]],
      [
        ['a', 1, 35],
        ['a', 2, 70],
      ],
      [['a', 2, 70], null],
    ]);
  });

  it('names the id that it was asked by when a fresh impression has another', async () => {
    const { selection, told } = await setUp();
    (await ask(selection, 'last visit', 2)).answer({ cartItemId: 'new' });
    (await ask(selection, 'new', 3)).answer({ cartItemId: 'newer' });
    assert.deepEqual(told, [
      [
        ['last visit', 0, 0],
        ['new', 2, 70],
      ],
      [
        ['new', 2, 70],
        ['newer', 3, 105],
      ],
    ]);
  });

  it('names an item that nobody knew when it refuses it', async () => {
    const { selection, told } = await setUp();
    (await ask(selection, 'a', 2)).answer({ quantity: 0 });
    assert.deepEqual(told, [[['a', 0, 0], null]]);
  });
});
