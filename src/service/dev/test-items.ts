import type { TestItem, TestOutcome } from '../reservation/index.ts';

/** What a test item does, whatever the tables say. (A short hold is its `holdSeconds`.) */
interface TestItemRules {
  readonly about: string;
  readonly outcomes?: { readonly [Step in Parameters<TestItem>[0]]?: TestOutcome };
  /** Each delivery to the provider fails. */
  readonly isProviderDown?: boolean;
  /** The reply to the first reserve is lost after the commit. */
  readonly isReplyLost?: boolean;
}

const refused: TestOutcome = { isRefused: true };

const rules: Readonly<Record<string, TestItemRules>> = {
  'test-sold-out': {
    about: 'offered, and out of stock at reserve',
    outcomes: { reserve: refused, sell: refused },
  },
  'test-dearer': {
    about: 'offered at 10.00, and 12.50 at reserve',
    outcomes: { reserve: { priceOf: () => 1250 } },
  },
  'test-short-hold': { about: 'its hold lasts 5 s' },
  'test-confirm-refused': {
    about: 'reserved, and refused at confirm',
    outcomes: { confirm: refused, sell: refused },
  },
  'test-provider-down': { about: 'sold, and its provider never takes the message', isProviderDown: true },
  'test-reply-lost': {
    about: 'the reply to its first reserve is lost after the commit',
    isReplyLost: true,
  },
};

/** The test items, by their SKU: like the numbers of test cards. */
export const testItems: ReadonlyMap<string, TestItemRules> = new Map(Object.entries(rules));

/** What becomes of a step on a test item. */
export const testItem: TestItem = (step, sku) => testItems.get(sku)?.outcomes?.[step];
