import assert from 'node:assert/strict';
import { linkedQuantity, newQuantity, productKey } from '../../../src/model/index.ts';
import type { InterleavingCount } from './interleavings.ts';
import type { Scenario } from './scenario.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { World } from './world.ts';

/**
 * Plays `scenario` to its end and holds it against what `connectCart` and the selection promise.
 *
 * @throws {Error} that says which promise was not kept
 */
export async function runScenario(scenario: Scenario, count: InterleavingCount): Promise<void> {
  const time = new VirtualTime();
  const caught: unknown[] = [];
  const catching = (error: unknown) => caught.push(error);
  process.on('unhandledRejection', catching);
  time.install();
  try {
    const world = new World(scenario, time, count);
    count.note('a page that connects late', scenario.connecting > 0);
    if (scenario.connecting === 0) world.connect();
    else time.after(scenario.connecting, () => world.connect());
    // The element, too, selects in the task after it was set up.
    time.after(0, () => world.element.select());
    let at = 1;
    for (const action of scenario.actions) {
      at += action.delay;
      time.after(at, () => world.act(action));
    }
    await time.run();
    expectRequestsSettled(world, count);
    expectAgreement(world, count);
    await expectNoEcho(world);
    world.disconnect();
    assert.equal(world.cart.listenerCount, 0, 'a listener is left in the cart');
    assert.deepEqual(caught, [], 'something was thrown into the page');
  } finally {
    time.restore();
    process.off('unhandledRejection', catching);
  }
}

/** Each request has one outcome, or one rejection, and the outcome is the placement's word on that very item. */
function expectRequestsSettled(world: World, count: InterleavingCount): void {
  for (const call of world.element.calls) {
    assert.equal(call.settledCount, 1, 'a request has no outcome and no rejection');
    const { result, wish } = call;
    if (!result) continue;
    const { cartItem, oldCartItem, outcome } = result;
    assert.ok(cartItem ?? oldCartItem, 'an outcome without a message');
    assert.ok(world.messages.has(JSON.stringify([cartItem, oldCartItem])), 'an outcome nobody told');
    assert.equal(productKey((cartItem ?? oldCartItem) as never), world.keyOf(wish), 'paired across items');
    assert.equal(outcome === 'applied', newQuantity(result) === wish.quantity, 'not the outcome');
  }
  const applied = new Set(world.element.calls.filter(({ result }) => result?.outcome === 'applied'));
  for (const sent of world.sent) {
    const { granted, answeredAt, resolvedAt, quantity, at } = sent;
    count.note('no answer', answeredAt === undefined);
    if (answeredAt === undefined || granted !== quantity) continue;
    if (answeredAt - at >= 5_000 || answeredAt - resolvedAt >= 250) continue;
    // Which of two equal wishes a message carries nobody can tell: each is told once.
    const told = [...applied].find(
      ({ wish, settledAt = 0 }) =>
        world.keyOf(wish) === world.keyOf(sent) && wish.quantity === quantity && settledAt >= at,
    );
    assert.ok(told, 'granted in time, and not told so');
    applied.delete(told);
  }
  for (const selection of world.placements.selections.slice(0, -1)) {
    assert.ok(selection.isClosed, 'an overtaken selection is still on the page');
  }
}

/** Both carts are equal, or what is different was told exactly once. */
function expectAgreement(world: World, count: InterleavingCount): void {
  const { cart, element, scenario, placements, reports } = world;
  for (const { stamp, conflict } of reports) {
    assert.notEqual(conflict.kind, 'cart-failed', String(conflict.error));
    assert.equal(reports.filter((one) => one.stamp === stamp).length, 1, `reported twice: ${stamp}`);
  }
  assert.deepEqual(world.raised, [], 'asked for more than anybody wished');
  for (const { change } of cart.told) {
    const { quantity, cartItem } = change;
    assert.ok(quantity === 0 || quantity === cartItem?.quantity, 'told what no placement has said');
  }
  scenario.offers.forEach((offered, index) => {
    const key = productKey(offered);
    const line = cart.line(key);
    const placed = world.placed(key);
    const product = world.product(offered);
    const reported = reports.filter(({ sides }) => sides === world.sides(key));
    if (product === 0 && line > 0) {
      const refusals = cart.told.filter(({ change, isRefused }) => isRefused && productKey(change) === key);
      assert.ok(reported.length > 0 && refusals.length > 0, 'outlives its product');
    }
    if (element.phase !== 'ready') return;
    assert.equal(placed, placements.current?.items[index]?.quantity, 'the page believes another quantity');
    const { minimum, maximum, policy } = offered;
    assert.ok(placed === 0 || (placed >= minimum && placed <= maximum), `${placed} is out of bounds`);
    const wanted = linkedQuantity(placed, product, policy);
    const isRight = product === undefined || placed === 0 || policyAllows(placed, product, policy);
    if (line === placed && wanted === placed && isRight) return;
    count.note('carts that stay different');
    assert.ok(reported.length > 0, `${world.sides(key)} (${policy}) was not reported`);
  });
}

/** The policy in words of its own, so that a wrong `linkedQuantity` shows. */
function policyAllows(quantity: number, product: number, policy: string): boolean {
  if (product === 0) return false;
  if (policy === 'synchronized') return quantity === product;
  return policy === 'independent' || quantity <= product;
}

/** What both sides know already is neither asked nor told again. */
async function expectNoEcho(world: World): Promise<void> {
  const { cart, element, placements, reports, scenario, time } = world;
  const before = [element.calls.length, cart.told.length, reports.length];
  scenario.offers.forEach((offered, index) => {
    if (world.named.has(productKey(offered))) placements.current?.repeat(index);
  });
  cart.notify();
  await time.run();
  assert.deepEqual([element.calls.length, cart.told.length, reports.length], before, 'an echo was answered');
}
