import { accountIds } from './accounts.ts';
import type { Transaction } from './store.ts';

/** An account as its operator sees it: nothing in it lets anybody in. */
export interface ListedAccount {
  readonly accountId: string;
  /** When each of its keys was made, the oldest first. */
  readonly keysMadeAt: readonly number[];
  readonly tags: readonly string[];
  readonly origins: readonly string[];
}

/** Every account. */
export async function listAccounts(tx: Transaction): Promise<ListedAccount[]> {
  const keys = await tx.all<Of<number>>(
    'SELECT account_id AS "accountId", created_at AS value FROM account_key ORDER BY created_at, key_hash',
  );
  const tags = await tx.all<Of<string>>(
    'SELECT account_id AS "accountId", tag_id AS value FROM account_tag ORDER BY tag_id',
  );
  const origins = await tx.all<Of<string>>(
    'SELECT account_id AS "accountId", origin AS value FROM account_origin ORDER BY origin',
  );
  return (await accountIds(tx)).map((accountId) => ({
    accountId,
    keysMadeAt: valuesOf(keys, accountId),
    tags: valuesOf(tags, accountId),
    origins: valuesOf(origins, accountId),
  }));
}

interface Of<Value> {
  readonly accountId: string;
  readonly value: Value;
}

function valuesOf<Value>(rows: readonly Of<Value>[], accountId: string): Value[] {
  return rows.filter((row) => row.accountId === accountId).map(({ value }) => value);
}
