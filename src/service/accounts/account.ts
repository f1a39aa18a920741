/** An account: tenant and namespace. Its catalogue, its stock and all its reservations are nobody else's. */
export interface Account {
  /** Public: pages name the account by it. */
  readonly accountId: string;
  /** The `rokt-tag-id`s that its server may send. */
  readonly tagIds: ReadonlySet<string>;
  /** One key, or two while a key is replaced. */
  readonly keyHashes: readonly string[];
  /** The origins of the pages that may ask for its offers. */
  readonly allowedOrigins: ReadonlySet<string>;
}
