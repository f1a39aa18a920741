import { addAccount, advanceCatalogue } from '../store/accounts.ts';
import { supplyStock } from '../store/stock.ts';
import type { Store, Transaction } from '../store/store.ts';
import { type AccountCatalogue, buildCatalogue } from './account-catalogue.ts';
import type { Provider } from './catalogue-file.ts';

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
  readonly #isServed: (catalogue: AccountCatalogue) => void;
  readonly #catalogues = new Map<string, AccountCatalogue>();

  /** @param isServed told of each catalogue that is served from now on */
  constructor(store: Store, isServed: (catalogue: AccountCatalogue) => void = () => undefined) {
    this.#store = store;
    this.#isServed = isServed;
  }

  /** What an account sells; an account without a catalogue sells nothing. */
  of(accountId: string): AccountCatalogue {
    return this.#catalogues.get(accountId) ?? buildCatalogue({ accountId, placements: [] });
  }

  /** Who fulfils under this name for an account; undefined when its catalogue names nobody so. */
  provider(accountId: string, name: string): Provider | undefined {
    const { providers } = this.of(accountId);
    return Object.hasOwn(providers, name) ? providers[name] : undefined;
  }

  /**
   * Serves these catalogues from now on, in place of those of the same accounts: their stock first, all of it or none.
   * What is held and sold stays so. One that is older than was applied, here or by another instance, leaves the stock as it
   * is, and is served only where there is no other.
   *
   * @returns a line for each that is older
   * @throws {StockError} when a product's stock would be below 0; the old catalogues stay
   */
  async apply(...catalogues: readonly AccountCatalogue[]): Promise<readonly string[]> {
    const older = await this.#store.transaction((tx) => supply(tx, catalogues));
    for (const catalogue of catalogues) {
      const { accountId } = catalogue;
      if (older.has(accountId) && this.#catalogues.has(accountId)) continue;
      this.#catalogues.set(accountId, catalogue);
      this.#isServed(catalogue);
    }
    return [...older.values()];
  }
}

/** Applies the stock of each catalogue, and gives a line for each account whose catalogue is older than that. */
async function supply(
  tx: Transaction,
  catalogues: readonly AccountCatalogue[],
): Promise<ReadonlyMap<string, string>> {
  const older = new Map<string, string>();
  // In the order of their names: in any other, two instances could wait for each other.
  for (const { accountId, version, supplies } of inOrder(catalogues, (one) => one.accountId)) {
    await addAccount(tx, accountId);
    if (!(await advanceCatalogue(tx, accountId, version))) {
      const problem = `its catalogue, of version ${version}, is older than the one that was applied`;
      older.set(accountId, `account ${accountId}: ${problem}; the stock stays as it is`);
      continue;
    }
    const refused: [string, number | null][] = [];
    for (const [sku, supplied] of inOrder([...supplies], ([sku]) => sku)) {
      if (!(await supplyStock(tx, accountId, sku, supplied))) refused.push([sku, supplied]);
    }
    if (refused.length > 0) throw new StockError(accountId, refused);
  }
  return older;
}

function inOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
