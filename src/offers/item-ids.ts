import { mintId } from './mint-id.ts';

/** The ids of one selection's items. An id leads to one product for ever, and a product keeps the first that it was given. */
export class ItemIds {
  readonly #ids = new Map<string, string>();
  readonly #keys = new Map<string, string>();

  /** The id of a product's item: `given` by the offer, or minted where there is none, or another product has it. */
  idOf(key: string, given: string | undefined): string {
    const isFree = given !== undefined && (this.#keys.get(given) ?? key) === key;
    if (isFree) this.#keys.set(given, key);
    const first = this.#ids.get(key) ?? (isFree ? given : mintId());
    this.#ids.set(key, first);
    this.#keys.set(first, key);
    return first;
  }

  /** Ids of earlier impressions, unless this selection has given them to something else. */
  addEarlier(key: string, ids: readonly string[]): void {
    for (const id of ids) if (!this.#keys.has(id)) this.#keys.set(id, key);
  }

  /** The product that an id stands for. */
  keyOf(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.#keys.get(id);
  }
}
