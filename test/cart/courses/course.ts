import fc from 'fast-check';
import type { LinkedPolicy } from '../../../src/model/index.ts';

/** An upsell that the placements offer. */
export interface Offered {
  readonly catalogItemId: string;
  readonly linkedProductId?: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly policy: LinkedPolicy;
  /** Selected beforehand, where nobody has told the launcher of a cart. */
  readonly beforehand: number;
}

/** How a selection comes to its end. */
export interface Opening {
  readonly ends: 'ready' | 'empty' | 'failed';
  /** From being asked to that end, ms. */
  readonly after: number;
  /** Products that are not offered this time. */
  readonly gone: readonly number[];
}

/** How the placements treat one message of the page's. */
export interface Treatment {
  /** From `send()` until the placement acts on it, ms. */
  readonly reading: number;
  /** From `send()` until that resolves, ms, unless it acts before. */
  readonly resolving: number;
  readonly loss: 'none' | 'unheard' | 'unresolved';
  /** True: the placement first says the old state once more. */
  readonly isChatty: boolean;
}

const ACTS = [
  ...Array<'cart sets line'>(6).fill('cart sets line'),
  ...Array<'cart sets product'>(5).fill('cart sets product'),
  ...Array<'shopper sets'>(9).fill('shopper sets'),
  'page asks',
  'placement repeats',
  'placement renews',
  'page selects',
  'page reconnects',
  'page reloads',
  'page closes',
  'page drops',
] as const;

export interface Step {
  /** How long after the step before, ms. */
  readonly delay: number;
  readonly act: (typeof ACTS)[number];
  /** Which product or upsell. */
  readonly index: number;
  readonly quantity: number;
  /** True: where an upsell is offered twice, it is the second one. */
  readonly isTwin: boolean;
}

/** One course of events around two carts. */
export interface Course {
  /** Rokt's launcher as documented or as shipped, or our own, which opens with what is held. */
  readonly launcher: 'documented' | 'shipped' | 'own';
  readonly offers: readonly [Offered, Offered, Offered];
  /** Two of Rokt's placements offer the same products. */
  readonly hasTwin: boolean;
  readonly products: readonly number[];
  /** What the cart holds of each offer from an earlier visit. */
  readonly kept: readonly number[];
  readonly cart: {
    readonly kind: 'sync' | 'async' | 'optimistic';
    readonly delays: readonly number[];
    readonly refusals: readonly boolean[];
    readonly most: number;
  };
  /** When a page has its cart: at once, later and it says so, or later without a word. */
  readonly arrival: 'at once' | 'late' | 'unsaid';
  readonly arrivesAfter: number;
  /** The page connects so much later than its element is there, ms. */
  readonly connecting: number;
  /** The placements know the ids of an earlier visit. */
  readonly remembers: boolean;
  readonly openings: readonly Opening[];
  readonly treatments: readonly Treatment[];
  readonly steps: readonly Step[];
}

/** Delays that fall together, follow closely, straddle the 250 ms of an answer or an opening, or are long. */
const delay = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 3, arbitrary: fc.integer({ min: 200, max: 400 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 7_000 }) },
);
const quick = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 400 }) },
);
const seldom = fc.integer({ min: 0, max: 11 }).map((n) => n === 11);
const few = { minLength: 1, maxLength: 6, size: 'max' } as const;
const quantity = fc.integer({ min: 0, max: 4 });
const index = fc.integer({ min: 0, max: 2 });

const bounds = fc.constantFrom(
  { minimum: 0, maximum: 9 },
  { minimum: 0, maximum: 9 },
  { minimum: 0, maximum: 2 },
  { minimum: 1, maximum: 3 },
);

const offered = (catalogItemId: string, linkedProductId?: string): fc.Arbitrary<Offered> =>
  fc
    .record({
      policy: fc.constantFrom<LinkedPolicy>('synchronized', 'at-most', 'independent'),
      bounds,
      beforehand: fc.constantFrom(0, 0, 0, 1),
    })
    .map(({ policy, bounds: { minimum, maximum }, beforehand }) => {
      const product = linkedProductId === undefined ? { catalogItemId } : { catalogItemId, linkedProductId };
      return { ...product, minimum, maximum, policy, beforehand };
    });

const treatment: fc.Arbitrary<Treatment> = fc.record({
  reading: quick,
  resolving: quick,
  loss: fc.constantFrom(...Array<'none'>(10).fill('none'), 'unheard' as const, 'unresolved' as const),
  isChatty: seldom,
});

const opening: fc.Arbitrary<Opening> = fc.record({
  ends: fc.constantFrom(...Array<'ready'>(10).fill('ready'), 'empty' as const, 'failed' as const),
  after: quick,
  gone: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(index, { maxLength: 2 }) },
  ),
});

export const courses: fc.Arbitrary<Course> = fc.record({
  launcher: fc.constantFrom('documented', 'shipped', 'own'),
  // The same plan for two laptops, and one for no laptop at all: three items, told apart by both ids only.
  offers: fc.tuple(offered('care', 'laptop-1'), offered('care', 'laptop-2'), offered('care')),
  hasTwin: fc.boolean(),
  products: fc.tuple(quantity, quantity),
  kept: fc.oneof(fc.constant([0, 0, 0]), fc.tuple(quantity, quantity, quantity)),
  cart: fc.record({
    kind: fc.constantFrom('sync', 'async', 'optimistic'),
    delays: fc.array(quick, few),
    refusals: fc.oneof(fc.constant([false]), fc.array(seldom, few)),
    most: fc.constantFrom(99, 99, 3, 1),
  }),
  arrival: fc.constantFrom('at once', 'at once', 'late', 'unsaid'),
  arrivesAfter: fc.oneof(quick, fc.constantFrom(300, 800)),
  connecting: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: quick },
    { weight: 1, arbitrary: fc.constant(600) },
  ),
  remembers: fc.boolean(),
  openings: fc.array(opening, { minLength: 1, maxLength: 4, size: 'max' }),
  treatments: fc.array(treatment, { minLength: 1, maxLength: 8, size: 'max' }),
  steps: fc.array(
    fc.record({ delay, act: fc.constantFrom(...ACTS), index, quantity, isTwin: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 18,
      size: 'max',
    },
  ),
});
