// @ts-check
import { linkedQuantity, toCartQuantities, normaliseCart } from '../build/model/index.js';

/** `npm run bench`: reconciling a large cart against one Map pass over it, interleaved, with an A/A control. */
const ROUNDS = 21;

/** Half of the lines are products, some twice; the other half one upsell each. @param {number} size */
function cartOf(size) {
  return Array.from({ length: size }, (_, n) => {
    const productId = `product-${n % (size * 0.45)}`;
    const upsell = { cartItemId: `i${n}`, catalogItemId: 'care', linkedProductId: productId };
    return { productId, quantity: (n % 3) + 1, upsell: n % 10 === 0 ? upsell : undefined };
  });
}

/** @param {ReturnType<typeof cartOf>} lines */
function mapPass(lines) {
  const sums = new Map();
  for (const { productId, quantity } of lines) sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  return sums.size;
}

/** @param {ReturnType<typeof cartOf>} lines */
const reconcile = (lines) => normaliseCart(toCartQuantities(lines), () => 'at-most').upsells.size;

/** @param {ReturnType<typeof cartOf>} lines */
function findInLoop(lines) {
  let sum = 0;
  for (const { upsell, quantity } of lines)
    if (upsell) {
      const product = lines.filter((line) => !line.upsell && line.productId === upsell.linkedProductId);
      const most = product.reduce((total, line) => total + line.quantity, 0);
      sum += linkedQuantity(quantity, most, 'at-most');
    }
  return sum;
}

/** Milliseconds for one call, of as many as take a few of them. @param {() => unknown} act @param {number} times */
function time(act, times) {
  const started = performance.now();
  for (let n = 0; n < times; n++) act();
  return (performance.now() - started) / times;
}

const large = cartOf(10_000);
const small = cartOf(1_000);
/** @type {Record<string, () => number>} */
const rows = {
  'one Map pass, 10,000 lines': () => time(() => mapPass(large), 40),
  'one Map pass again (A/A)': () => time(() => mapPass(large), 40),
  'reconcile, 10,000 lines': () => time(() => reconcile(large), 40),
  'reconcile, 1,000 lines': () => time(() => reconcile(small), 400),
};
/** @type {Record<string, number[]>} */
const times = Object.fromEntries(Object.keys(rows).map((name) => [name, []]));
for (let round = -3; round < ROUNDS; round++)
  for (const [name, measure] of Object.entries(rows)) {
    const took = measure();
    if (round >= 0) times[name]?.push(took);
  }

const median = (/** @type {string} */ name) => times[name]?.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
const [map, again, ten, one] = Object.keys(rows).map(median);
for (const name of Object.keys(rows))
  console.log(
    `${name.padEnd(32)}${median(name).toFixed(3).padStart(10)} ms${(median(name) / map).toFixed(2).padStart(9)}×`,
  );
const loop = time(() => findInLoop(large), 3);
console.log(
  `${'find in a loop, 10,000 lines'.padEnd(32)}${loop.toFixed(3).padStart(10)} ms${(loop / map).toFixed(2).padStart(9)}×`,
);
console.log(`10,000 against 1,000 lines: ${(ten / one).toFixed(1)} (goal ≤ 12)`);
const control = again / map;
if (control < 0.85 || control > 1.15) console.log(`A/A is ${control.toFixed(2)}: this run does not count`);
