import assert from 'node:assert/strict';
import { productKey } from '../../../src/model/index.ts';
import { playInVirtualTime } from '../../support/play-in-virtual-time.ts';
import type { Course } from './course.ts';
import { ShopPage } from './shop-page.ts';

/**
 * Plays `course` to its end and holds it against what an upsell promises across selections.
 *
 * @throws {Error} that says which promise was not kept
 */
export async function play(course: Course): Promise<ShopPage> {
  return playInVirtualTime(async (time, caught) => {
    const page = new ShopPage(course, time);
    let at = 0;
    for (const step of course.steps) {
      at += step.delay;
      time.after(at, () => page.act(step));
    }
    await time.run();
    for (const fault of [...page.witness.faults, ...caught]) throw fault;
    page.witness.expectReplayed();
    expectOneEndEach(page);
    expectAgreement(page);
    expectNothingSentTwice(page, course);
    assert.equal(page.results.length, page.asks.length, 'a request never ended');
    return page;
  });
}

/** Each selection ends once, at the latest when the next one begins, and none is for ever loading. */
function expectOneEndEach({ witness, upsell }: ShopPage): void {
  assert.notEqual(upsell.state.phase, 'loading', 'a selection never ended');
  let ends: string[] = [];
  for (const { type } of witness.facts) {
    if (type === 'placements-loading') ends = [];
    if (/^placements-(ready|empty|failed|closed)$/.test(type)) ends.push(type);
    assert.ok(
      ends.length < 2 || ends.join() === 'placements-ready,placements-closed',
      `ended by ${ends.join()}`,
    );
  }
}

/** At rest upsell and placement hold the same; what no placement has named may stay with a hosted one. */
function expectAgreement({ upsell, open, renewed }: ShopPage): void {
  const { phase, items } = upsell.state;
  if (phase !== 'ready' || !open) return;
  const placed = open.cartItems.filter((item) => !renewed.has(productKey(item)));
  for (const { cartItemId, quantity } of placed) {
    const held = items.find(({ cartItem }) => cartItem.cartItemId === cartItemId);
    assert.equal(held?.cartItem.quantity, quantity, `${cartItemId}: the placement holds ${quantity}`);
  }
  for (const { cartItem, servedBy } of items) {
    const isPlaced = open.cartItems.some(({ cartItemId }) => cartItemId === cartItem.cartItemId);
    const mayStay = servedBy === 'hosted' && upsell.state.servedBy === 'hosted';
    assert.ok(
      isPlaced || mayStay || renewed.has(productKey(cartItem)),
      `${cartItem.cartItemId}: nobody holds it`,
    );
  }
}

/** No selection is sent a wish again that nobody has made again: an echo, or what is held told twice. */
function expectNothingSentTwice({ selections, asks }: ShopPage, { steps, refusals }: Course): void {
  if (refusals.includes(true)) return;
  const carts = steps.filter(({ act }) => act === 'cart comes').length;
  for (const { sends } of selections) {
    const wishes = sends.filter(({ name }) => name === 'V2_UPDATE_CART_ITEM');
    const texts = wishes.map(({ data }) => JSON.stringify(data));
    for (const wish of new Set(texts)) {
      const sent = texts.filter((text) => text === wish).length;
      const { quantity } = JSON.parse(wish) as { quantity: number };
      const made = 1 + carts + asks.filter((asked) => asked === quantity).length;
      assert.ok(sent <= made, `${wish} was sent ${sent} times, and made ${made} times at most`);
    }
  }
}
