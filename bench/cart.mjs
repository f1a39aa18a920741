// @ts-check
import { interleaved } from './rounds.mjs';
import { median, ratio } from './statistics.mjs';

/**
 * @typedef {{ productId: string, quantity: number, upsell?: { cartItemId: string, catalogItemId: string, linkedProductId: string } }} Line
 * @typedef {{ lines: Line[], align: () => void }} Connected a cart with its upsells, and what reads both and finds them equal
 */

/**
 * Nine lines in ten are products, most of them on two lines; the tenth is an upsell of one of them.
 *
 * @param {number} size
 * @param {number} [first] the number of its first product
 * @returns {Line[]}
 */
function linesOf(size, first = 0) {
  return Array.from({ length: size }, (_, n) => {
    const productId = `product-${first + (n % (size * 0.45))}`;
    const upsell = { cartItemId: `i${first + n}`, catalogItemId: 'care', linkedProductId: productId };
    return { productId, quantity: (n % 3) + 1, ...(n % 10 === 0 && { upsell }) };
  });
}

/** The cart's code as built. */
async function built() {
  const file = '../build/cart/index.js';
  return /** @type {typeof import('../src/cart/index.ts')} */ (await import(file));
}

/**
 * An element that holds what the cart says, connected to it. Any event has both sides read.
 *
 * @param {Line[]} lines
 * @returns {Promise<Connected>}
 */
async function connect(lines) {
  const cartItems = [];
  for (const { upsell, quantity } of lines) {
    if (!upsell) continue;
    const texts = { currency: 'USD', description: 'Three years', name: 'Care', providerData: '{}' };
    const prices = { unitPrice: 35, totalPrice: 35 * quantity };
    cartItems.push(Object.freeze({ ...upsell, ...texts, ...prices, quantity }));
  }
  const fail = () => {
    throw new Error('expected both carts to be equal, found them different');
  };
  const more = { phase: 'ready', servedBy: 'hosted', localName: 'rokt-upsell', updateCartItem: fail };
  const element = /** @type {any} */ (Object.assign(new EventTarget(), more, { cartItems }));
  const cart = { lines: () => lines, subscribe: () => () => undefined, setUpsell: fail, removeUpsell: fail };
  const { connectCart } = await built();
  connectCart(element, cart, { policy: 'at-most', onConflict: fail });
  await Promise.resolve();
  const event = new Event('placements-closed');
  return { lines, align: () => element.dispatchEvent(event) };
}

/** @param {Connected} connected */
function mapPass({ lines }) {
  const sums = new Map();
  for (const { productId, quantity } of lines) sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  return sums.size;
}

/** @param {Connected} connected */
const align = (connected) => connected.align();

/** @param {Connected} connected */
function findInLoop({ lines }) {
  let sum = 0;
  for (const { upsell, quantity } of lines) {
    if (!upsell) continue;
    const product = lines.filter((line) => !line.upsell && line.productId === upsell.linkedProductId);
    const most = product.reduce((total, line) => total + line.quantity, 0);
    sum += Math.min(quantity, most);
  }
  return sum;
}

/**
 * Milliseconds that `act` takes for a cart, over all of them so many times.
 *
 * @param {(connected: Connected) => unknown} act
 * @param {Connected[]} carts
 * @param {number} times
 */
function time(act, carts, times) {
  const started = performance.now();
  for (let n = 0; n < times; n++) for (const connected of carts) act(connected);
  return (performance.now() - started) / times / carts.length;
}

/** Least and most lines of a cart. */
const [FEW, MANY] = [1_000, 10_000];

/**
 * One round of `connectCart` over a large cart against one Map pass over it.
 *
 * @param {import('./scale.mjs').Scale} scale
 * @returns {Promise<import('./figure.mjs').Table>}
 */
export async function measureCart(scale) {
  const large = [await connect(linesOf(MANY))];
  // As many lines as the large cart has: one small cart again and again is learnt by caches and branch prediction.
  const small = await Promise.all(
    Array.from({ length: MANY / FEW }, (_, n) => connect(linesOf(FEW, n * FEW))),
  );
  const acts = {
    map: () => time(mapPass, large, 40),
    again: () => time(mapPass, large, 40),
    round: () => time(align, large, 40),
    mapOfSmall: () => time(mapPass, small, 40),
    roundOfSmall: () => time(align, small, 40),
  };
  const names = /** @type {(keyof typeof acts)[]} */ (Object.keys(acts));
  const took = await interleaved(names, scale, async (name) => acts[name]());
  // Last and alone: it leaves much to collect.
  const inLoop = time(findInLoop, large, scale.isSmoke ? 1 : 3);
  const control = ratio(took.again, took.map);
  const ms = (/** @type {number} */ one, /** @type {number} */ other) => ({
    ms: one.toFixed(3),
    'of the other': other.toFixed(3),
  });
  const map = median(took.map);
  return {
    rounds: scale.rounds,
    figures: [
      {
        ...{ name: 'one round of connectCart, against one Map pass', unit: '×', goal: { most: 2 }, control },
        reached: ratio(took.round, took.map),
        details: ms(median(took.round), map),
      },
      {
        ...{ name: 'the same, against a tenth of the lines', unit: '×', goal: { most: 12 }, control },
        reached: ratio(took.round, took.roundOfSmall),
        details: ms(median(took.round), median(took.roundOfSmall)),
      },
      {
        ...{ name: 'a Map pass, against a tenth of the lines', unit: '×', control },
        reached: ratio(took.map, took.mapOfSmall),
        details: ms(map, median(took.mapOfSmall)),
      },
      {
        ...{ name: 'finding each product in a loop, against one Map pass', unit: '×', control },
        reached: inLoop / map,
        details: ms(inLoop, map),
      },
    ],
  };
}
