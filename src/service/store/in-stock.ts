import type { Transaction } from './store.ts';

/** Whose holds are no obstacle to them: those of a cart, or those on the impressions that a page names. */
export type Asker = { readonly cartId: string } | { readonly cartItemIds: readonly string[] };

/** What there is to take for one asker at one moment, product by product. */
export class StockInSight {
  readonly #tx: Transaction;
  readonly #accountId: string;
  readonly #asker: Asker;
  readonly #now: number;
  #own: Promise<ReadonlyMap<string, number>> | undefined;

  constructor(tx: Transaction, accountId: string, asker: Asker, now: number) {
    this.#tx = tx;
    this.#accountId = accountId;
    this.#asker = asker;
    this.#now = now;
  }

  /** True when the asker could take `quantity`: what is over and still held counts as free, and so does what is held for them. */
  async has(sku: string, quantity: number): Promise<boolean> {
    const [stock] = await this.#tx.all<{ available: number | null }>(
      'SELECT available FROM stock WHERE account_id = $1 AND sku = $2',
      this.#accountId,
      sku,
    );
    if (!stock) return false;
    if (stock.available === null || stock.available >= quantity) return true;
    const due = stock.available + (await this.#due(sku));
    if (due >= quantity) return true;
    this.#own ??= this.#heldForAsker();
    return due + ((await this.#own).get(sku) ?? 0) >= quantity;
  }

  async #due(sku: string): Promise<number> {
    const [due] = await this.#tx.all<{ quantity: number }>(
      `SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) AS quantity FROM hold
      WHERE account_id = $1 AND sku = $2 AND state = 'held' AND expires_at <= $3`,
      this.#accountId,
      sku,
      this.#now,
    );
    return due?.quantity ?? 0;
  }

  /** How many of each product are in live holds of the asker. */
  async #heldForAsker(): Promise<ReadonlyMap<string, number>> {
    const held = new Map<string, number>();
    for (const { sku, quantity } of await this.#ownHolds()) held.set(sku, (held.get(sku) ?? 0) + quantity);
    return held;
  }

  async #ownHolds(): Promise<{ sku: string; quantity: number }[]> {
    if ('cartId' in this.#asker)
      // Its states are said as the index of carts says them: else SQLite reads every hold of the account.
      return this.#tx.all(
        `SELECT sku, quantity FROM hold
        WHERE account_id = $1 AND cart_id = $2 AND state IN ('held', 'confirmed') AND state = 'held'
          AND expires_at > $3`,
        this.#accountId,
        this.#asker.cartId,
        this.#now,
      );
    const holds = [];
    for (const cartItemId of new Set(this.#asker.cartItemIds))
      holds.push(
        ...(await this.#tx.all<{ sku: string; quantity: number }>(
          `SELECT sku, quantity FROM hold
          WHERE account_id = $1 AND cart_item_id = $2 AND state = 'held' AND expires_at > $3`,
          this.#accountId,
          cartItemId,
          this.#now,
        )),
      );
    return holds;
  }
}
