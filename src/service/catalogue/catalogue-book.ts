import { addAccount } from '../store/accounts.ts';
import { supplyStock } from '../store/stock.ts';
import type { Store } from '../store/store.ts';
import { type AccountCatalogue, buildCatalogue } from './account-catalogue.ts';

/** A catalogue says that there were fewer of some products than are held or sold. */
export class StockError extends Error {
  readonly skus: readonly string[];

  constructor(accountId: string, refused: readonly [sku: string, supplied: number | null][]) {
    super(
      refused
        .map(([sku, supplied]) => `account ${accountId}, ${sku}: more than ${supplied} are held or sold`)
        .join('\n'),
    );
    this.name = 'StockError';
    this.skus = refused.map(([sku]) => sku);
  }
}

/** The catalogue of every account, as it is served now. */
export class CatalogueBook {
  readonly #store: Store;
  readonly #catalogues = new Map<string, AccountCatalogue>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What an account sells; an account without a catalogue sells nothing. */
  of(accountId: string): AccountCatalogue {
    return this.#catalogues.get(accountId) ?? buildCatalogue({ accountId, placements: [] });
  }

  /**
   * Serves these catalogues from now on, in place of those of the same accounts: their stock first, all of it or none.
   * What is held and sold stays so.
   *
   * @throws {StockError} when a product's stock would be below 0; the old catalogues stay
   */
  async apply(...catalogues: readonly AccountCatalogue[]): Promise<void> {
    await this.#store.transaction(async (tx) => {
      for (const { accountId, supplies } of catalogues) {
        await addAccount(tx, accountId);
        const refused: [string, number | null][] = [];
        for (const [sku, supplied] of [...supplies].sort(([a], [b]) => (a < b ? -1 : 1))) {
          if (!(await supplyStock(tx, accountId, sku, supplied))) refused.push([sku, supplied]);
        }
        if (refused.length > 0) throw new StockError(accountId, refused);
      }
    });
    for (const catalogue of catalogues) this.#catalogues.set(catalogue.accountId, catalogue);
  }
}
