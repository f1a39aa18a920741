import fc from 'fast-check';
import type { Manners } from '../../../src/testing/index.ts';

/** How a launcher treats one selection. */
export interface Outcome {
  readonly ends: 'ready' | 'empty' | 'refused' | 'failed' | 'hanging';
  /** From being asked to that end, ms. */
  readonly after: number;
  /** What is selected beforehand, by product. */
  readonly beforehand: readonly number[];
  /** The most that it allows of each. */
  readonly maximum: number;
  /** Products that it no longer offers. */
  readonly gone: readonly number[];
}

/** What the page says that its cart holds: nothing at all, no item, what is held, or some of it at another quantity. */
export type CartWord = 'unset' | 'nothing' | 'as held' | 'other';

export type Act =
  | {
      readonly act: 'select';
      readonly by: 'hosted' | 'offers' | 'hosted, then offers';
      readonly cart: CartWord;
      readonly outcomes: readonly [Outcome, Outcome];
    }
  | { readonly act: 'cart comes'; readonly cart: CartWord }
  | { readonly act: 'close' }
  | { readonly act: 'drop' }
  | {
      readonly act: 'shopper sets' | 'page asks' | 'page asks by product';
      readonly product: number;
      readonly quantity: number;
    }
  | { readonly act: 'announces again' | 'renews'; readonly product: number };

/** One step, and how long after the one before, ms. */
export type Step = Act & { readonly delay: number };

export interface Course {
  readonly manners: Manners;
  readonly steps: readonly Step[];
  /** Which changes the page's own cart refuses, in turn, and how long it takes, ms. */
  readonly refusals: readonly boolean[];
  readonly worksFor: number;
}

/** The page's products: the same plan for two laptops, and parking. */
export const PRODUCTS = [
  { catalogItemId: 'care', linkedProductId: 'laptop-1' },
  { catalogItemId: 'care', linkedProductId: 'laptop-2' },
  { catalogItemId: 'parking' },
] as const;

const product = fc.integer({ min: 0, max: PRODUCTS.length - 1 });
const quantity = fc.integer({ min: 0, max: 4 });
const seldom = fc.integer({ min: 0, max: 3 }).map((n) => n === 3);

const outcome: fc.Arbitrary<Outcome> = fc.record({
  ends: fc.constantFrom<Outcome['ends'][]>(
    'ready',
    'ready',
    'ready',
    'empty',
    'refused',
    'failed',
    'hanging',
  ),
  after: fc.constantFrom(0, 0, 5, 40),
  beforehand: fc.array(fc.constantFrom(0, 0, 1, 3), { minLength: 3, maxLength: 3 }),
  maximum: fc.constantFrom(9, 9, 2),
  gone: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(product, { maxLength: 2 }) },
  ),
});

const cart = fc.constantFrom<CartWord[]>('unset', 'unset', 'nothing', 'as held', 'other');

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('select' as const),
      by: fc.constantFrom('hosted' as const, 'offers' as const, 'hosted, then offers' as const),
      cart,
      outcomes: fc.tuple(outcome, outcome),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('cart comes' as const), cart }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('close' as const, 'drop' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'shopper sets' as const,
        'shopper sets' as const,
        'page asks' as const,
        'page asks by product' as const,
      ),
      product,
      quantity,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom('announces again' as const, 'renews' as const), product }),
  },
);

const delay = fc.constantFrom(0, 0, 1, 10, 60, 400, 3_000);

export const courses: fc.Arbitrary<Course> = fc.record({
  manners: fc.constantFrom('documented', 'shipped'),
  steps: fc.array(
    fc.tuple(delay, act).map(([wait, one]) => ({ ...one, delay: wait })),
    {
      minLength: 2,
      maxLength: 16,
      size: 'max',
    },
  ),
  refusals: fc.oneof(
    { weight: 1, arbitrary: fc.constant([false]) },
    { weight: 3, arbitrary: fc.array(seldom, { minLength: 1, maxLength: 6 }) },
  ),
  worksFor: fc.constantFrom(0, 0, 20),
});
