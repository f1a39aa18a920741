import type { AccountDirectory } from '../accounts/account-directory.ts';
import type { CatalogueBook } from '../catalogue/catalogue-book.ts';
import type { Clock } from '../clock.ts';
import type { Limiters } from '../http/rate-limiting.ts';
import type { IdempotentCalls } from '../idempotency/idempotent-calls.ts';
import type { TestItem } from '../reservation/index.ts';
import type { Store } from '../store/store.ts';

/** Whose placements the stand-in imitates: those that Rokt ships, or those of its documents. */
export type Manners = 'shipped' | 'documented';

/** What every route is built of. */
export interface Service {
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: AccountDirectory;
  readonly catalogues: CatalogueBook;
  readonly calls: IdempotentCalls;
  readonly limiters: Limiters;
  /** An id that is greater than those before it. */
  readonly newId: () => string;
  /** Where the outside finds this service, without a slash at its end; never what a request says of it. */
  readonly publicUrl: () => string;
  /** Allows an origin to every account, besides those that the account itself allows. */
  readonly allowsOrigin: (origin: string) => boolean;
  /** ms after its selection that an item can be bought. */
  readonly offeredFor: number;
  /** How the stand-in for Rokt's launcher behaves where neither the page nor the account's catalogue says it. */
  readonly manners: Manners;
  /** What becomes of test items, where there are any. */
  readonly testItem: TestItem | undefined;
}
