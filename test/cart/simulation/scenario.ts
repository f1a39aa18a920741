import fc from 'fast-check';
import type { LinkedPolicy } from '../../../src/model/index.ts';

/** An upsell that the placements offer. */
export interface Offered {
  readonly catalogItemId: string;
  readonly linkedProductId?: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly policy: LinkedPolicy;
}

/** How the placements treat one message of the page's. */
export interface Treatment {
  /** From `send()` until the placement reads it, ms. */
  readonly reading: number;
  /** From there until its answer arrives, ms. */
  readonly answering: number;
  /** From `send()` until that resolves, ms. */
  readonly resolving: number;
  /** True: it is lost, and nothing answers. */
  readonly isLost: boolean;
  /** True: the placement first says the old state once more. */
  readonly isChatty: boolean;
}

/** What happens, `delay` ms after what happened before. */
export interface Action {
  readonly delay: number;
  readonly act: (typeof ACTS)[number];
  /** Which product or upsell. */
  readonly index: number;
  readonly quantity: number;
}

/** One course of events around two carts. */
export interface Scenario {
  readonly offers: readonly Offered[];
  readonly products: readonly number[];
  /** What the page's cart holds of each offer from an earlier visit. */
  readonly kept: readonly number[];
  readonly cart: {
    readonly kind: 'sync' | 'async' | 'optimistic';
    readonly delays: readonly number[];
    readonly refusals: readonly boolean[];
    readonly most: number;
  };
  /** The placements know the ids of an earlier impression. */
  readonly remembers: boolean;
  /** They name such an id in the old item of their answer, as the contract infers. */
  readonly namesOld: boolean;
  /** They open with what the attribute `cartItems` says. */
  readonly readsAttributes: boolean;
  /** From asking for placements to their being ready, ms. */
  readonly loading: number;
  /** The page connects so much later than it selects, ms. */
  readonly connecting: number;
  readonly treatments: readonly Treatment[];
  readonly actions: readonly Action[];
}

const ACTS = [
  'page sets line',
  'page sets line',
  'page sets product',
  'page sets product',
  'page asks',
  'shopper sets',
  'shopper sets',
  'shopper sets',
  'placement repeats',
  'page selects anew',
  'page reconnects',
  'page closes',
] as const;

/** Delays that fall together, follow closely, straddle the 250 ms of an answer, or are long. */
const delay = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 2, arbitrary: fc.integer({ min: 200, max: 400 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 7_000 }) },
);
const quick = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 400 }) },
);
const seldom = fc.integer({ min: 0, max: 11 }).map((n) => n === 11);
const often = fc.integer({ min: 0, max: 2 }).map((n) => n > 0);

const treatment: fc.Arbitrary<Treatment> = fc.record({
  reading: quick,
  answering: quick,
  resolving: quick,
  isLost: seldom,
  isChatty: seldom,
});

const policy = fc.constantFrom<LinkedPolicy>('synchronized', 'at-most', 'independent');
const bounds = fc.constantFrom(
  { minimum: 0, maximum: 9 },
  { minimum: 0, maximum: 9 },
  { minimum: 0, maximum: 2 },
  { minimum: 1, maximum: 3 },
);
const offer = (catalogItemId: string, linkedProductId?: string) =>
  fc.record({ policy, bounds }).map((given): Offered => ({
    catalogItemId,
    ...(linkedProductId ? { linkedProductId } : {}),
    ...given.bounds,
    policy: given.policy,
  }));

const quantity = fc.integer({ min: 0, max: 4 });
const few = { minLength: 1, maxLength: 6, size: 'max' } as const;

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  // The same plan for two laptops, and one for no laptop at all: three items, told apart by both ids only.
  offers: fc.tuple(offer('care', 'laptop-1'), offer('care', 'laptop-2'), offer('care')),
  products: fc.tuple(quantity, quantity),
  kept: fc.oneof(fc.constant([0, 0, 0]), fc.tuple(quantity, quantity, quantity)),
  cart: fc.record({
    kind: fc.constantFrom('sync', 'async', 'optimistic'),
    delays: fc.array(quick, few),
    refusals: fc.oneof(fc.constant([false]), fc.array(seldom, few)),
    most: fc.constantFrom(99, 99, 3, 1),
  }),
  remembers: often,
  namesOld: often,
  readsAttributes: fc.boolean(),
  loading: quick,
  connecting: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: quick }),
  treatments: fc.array(treatment, { minLength: 1, maxLength: 8, size: 'max' }),
  actions: fc.array(
    fc.record({
      delay,
      act: fc.constantFrom(...ACTS),
      index: fc.integer({ min: 0, max: 2 }),
      quantity: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 1, maxLength: 14, size: 'max' },
  ),
});
