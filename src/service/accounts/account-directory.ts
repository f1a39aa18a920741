import { findAccount, findAccountByKey, isOriginOfAnyAccount } from '../store/accounts.ts';
import type { Store, Transaction } from '../store/store.ts';
import type { Account } from './account.ts';
import { hashKey, isSameHash } from './keys.ts';

/** How long what was read of an account counts, in ms: so long may a key live on that was taken away elsewhere. */
const FRESH_FOR = 5_000;

interface Entry<Value> {
  readonly value: Value;
  readonly until: number;
}

/** The accounts, read from the store and remembered for a moment: every request asks for one. */
export class AccountDirectory {
  readonly #store: Store;
  readonly #clock: () => number;
  /** Of keys that belong to accounts: a hash costs more than all else that is done for a known key. */
  readonly #hashes = new Map<string, string>();
  readonly #byKey = new Map<string, Entry<Account>>();
  readonly #byId = new Map<string, Entry<Account>>();
  readonly #origins = new Map<string, Entry<true>>();
  #changes = 0;

  /** @param clock the machine's time in ms */
  constructor(store: Store, clock: () => number = Date.now) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The account that `key` belongs to; undefined, after the same work, for a missing key and for a wrong one. */
  async byKey(key = ''): Promise<Account | undefined> {
    const hash = this.#hashes.get(key) ?? hashKey(key);
    const account = await this.#find(this.#byKey, hash, (tx) => findAccountByKey(tx, hash));
    if (!account?.keyHashes.some((one) => isSameHash(one, hash))) {
      this.#hashes.delete(key);
      return undefined;
    }
    this.#hashes.set(key, hash);
    return account;
  }

  /** The account that a page names. */
  byId(accountId: string): Promise<Account | undefined> {
    return this.#find(this.#byId, accountId, (tx) => findAccount(tx, accountId));
  }

  /** True when the pages of `origin` belong to some account. */
  async knowsOrigin(origin: string): Promise<boolean> {
    const read = async (tx: Transaction) => (await isOriginOfAnyAccount(tx, origin)) || undefined;
    return (await this.#find(this.#origins, origin, read)) ?? false;
  }

  /** What was remembered counts no more: an account has changed. */
  forget(): void {
    this.#hashes.clear();
    this.#byKey.clear();
    this.#byId.clear();
    this.#origins.clear();
    this.#changes++;
  }

  /** Only what exists is remembered, so that no stranger can fill the memory. */
  async #find<Value>(
    entries: Map<string, Entry<Value>>,
    name: string,
    read: (tx: Transaction) => Promise<Value | undefined>,
  ): Promise<Value | undefined> {
    const known = entries.get(name);
    if (known && known.until > this.#clock()) return known.value;
    const changes = this.#changes;
    const value = await this.#store.transaction(read);
    // What was read before a change is not to be remembered after it.
    if (changes !== this.#changes) return value;
    if (value !== undefined) entries.set(name, { value, until: this.#clock() + FRESH_FOR });
    else entries.delete(name);
    return value;
  }
}
