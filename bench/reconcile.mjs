// @ts-check
import { connectCart } from '../build/cart/index.js';

/** `npm run bench`: one round of `connectCart` over a large cart against one Map pass over it, interleaved, with an A/A control. */
const ROUNDS = 21;

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

const large = [await connect(linesOf(10_000))];
// As many lines as the large cart has: one small cart again and again is learnt by caches and branch prediction.
const small = await Promise.all(Array.from({ length: 10 }, (_, n) => connect(linesOf(1_000, n * 1_000))));
const same = small.slice(0, 1);
/** @type {Record<string, () => number>} */
const rows = {
  'one Map pass, 10,000 lines': () => time(mapPass, large, 40),
  'one Map pass again (A/A)': () => time(mapPass, large, 40),
  'one round, 10,000 lines': () => time(align, large, 40),
  'one Map pass, ten of 1,000 lines': () => time(mapPass, small, 40),
  'one round, ten of 1,000 lines': () => time(align, small, 40),
  'one Map pass, one of 1,000 lines': () => time(mapPass, same, 400),
  'one round, one of 1,000 lines': () => time(align, same, 400),
};
/** @type {Record<string, number[]>} */
const times = Object.fromEntries(Object.keys(rows).map((name) => [name, []]));
for (let round = -3; round < ROUNDS; round++) {
  for (const [name, measure] of Object.entries(rows)) {
    const took = measure();
    if (round >= 0) times[name]?.push(took);
  }
}

const median = (/** @type {string} */ name) => times[name]?.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
const [map = NaN, again = NaN, ten = NaN, mapSmall = NaN, one = NaN, mapSame = NaN, oneSame = NaN] =
  Object.keys(rows).map(median);
const print = (/** @type {string} */ name, /** @type {number} */ took) =>
  console.log(`${name.padEnd(34)}${took.toFixed(3).padStart(10)} ms${(took / map).toFixed(2).padStart(9)}×`);
for (const name of Object.keys(rows)) print(name, median(name));
// Last and alone: it leaves much to collect.
print('find in a loop, 10,000 lines', time(findInLoop, large, 3));
console.log(`against one Map pass: ${(ten / map).toFixed(2)} (goal ≤ 2)`);
const tenfold = (/** @type {number} */ small, /** @type {number} */ mapped) =>
  `${(ten / small).toFixed(1)}, a Map pass ${(map / mapped).toFixed(1)}`;
console.log(`10,000 against 1,000 lines: ${tenfold(one, mapSmall)} (goal ≤ 12)`);
console.log(`the same with one small cart again and again: ${tenfold(oneSame, mapSame)}`);
const control = again / map;
if (control < 0.85 || control > 1.15) console.log(`A/A is ${control.toFixed(2)}: this run does not count`);
