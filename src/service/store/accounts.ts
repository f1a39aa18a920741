import type { Account } from '../accounts/account.ts';
import type { Transaction } from './store.ts';

/** The account that a key of this hash belongs to. */
export async function findAccountByKey(tx: Transaction, keyHash: string): Promise<Account | undefined> {
  const rows = await tx.all<{ account_id: string }>(
    'SELECT account_id FROM account_key WHERE key_hash = $1',
    keyHash,
  );
  return rows[0] && findAccount(tx, rows[0].account_id);
}

/** The account of this id. */
export async function findAccount(tx: Transaction, accountId: string): Promise<Account | undefined> {
  const known = await tx.all('SELECT account_id FROM account WHERE account_id = $1', accountId);
  if (known.length === 0) return undefined;
  const keys = await tx.all<{ key_hash: string }>(
    'SELECT key_hash FROM account_key WHERE account_id = $1 ORDER BY created_at, key_hash',
    accountId,
  );
  const tags = await tx.all<{ tag_id: string }>(
    'SELECT tag_id FROM account_tag WHERE account_id = $1',
    accountId,
  );
  const origins = await tx.all<{ origin: string }>(
    'SELECT origin FROM account_origin WHERE account_id = $1',
    accountId,
  );
  return {
    accountId,
    tagIds: new Set(tags.map((row) => row.tag_id)),
    keyHashes: keys.map((row) => row.key_hash),
    allowedOrigins: new Set(origins.map((row) => row.origin)),
  };
}

/** The ids of all accounts. */
export async function accountIds(tx: Transaction): Promise<string[]> {
  const rows = await tx.all<{ account_id: string }>('SELECT account_id FROM account ORDER BY account_id');
  return rows.map((row) => row.account_id);
}

/** True when `origin` is allowed for an account, whichever. */
export async function isOriginOfAnyAccount(tx: Transaction, origin: string): Promise<boolean> {
  const rows = await tx.all('SELECT 1 AS found FROM account_origin WHERE origin = $1 LIMIT 1', origin);
  return rows.length > 0;
}

/** Takes the account for this transaction alone, among those that ask for it so: calls of the account go on. */
export async function lockAccount(tx: Transaction, accountId: string): Promise<void> {
  await tx.lock('SELECT account_id FROM account WHERE account_id = $1', accountId);
}

/** Takes the account for this transaction, which will remove it: calls that write something of it wait, and find it gone. */
export async function lockAccountToRemove(tx: Transaction, accountId: string): Promise<void> {
  await tx.lockToDelete('SELECT account_id FROM account WHERE account_id = $1', accountId);
}

/** Makes an account where there is none of this id. */
export async function addAccount(tx: Transaction, accountId: string): Promise<void> {
  await tx.run(
    'INSERT INTO account (account_id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    accountId,
    await tx.now(),
  );
}

/** Notes that the account's catalogue of `version` is applied; false where a later one was. Others wait for this transaction. */
export async function advanceCatalogue(
  tx: Transaction,
  accountId: string,
  version: number,
): Promise<boolean> {
  const advanced = await tx.run(
    'UPDATE account SET catalogue_version = $2 WHERE account_id = $1 AND catalogue_version <= $2',
    accountId,
    version,
  );
  return advanced === 1;
}

/** Lets an account send `tagId`. */
export async function addTag(tx: Transaction, accountId: string, tagId: string): Promise<void> {
  await tx.run(
    'INSERT INTO account_tag (account_id, tag_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    accountId,
    tagId,
  );
}

/** Lets an account send `tagId` no more; false when it could not. */
export async function removeTag(tx: Transaction, accountId: string, tagId: string): Promise<boolean> {
  const sql = 'DELETE FROM account_tag WHERE account_id = $1 AND tag_id = $2';
  return (await tx.run(sql, accountId, tagId)) === 1;
}

/** Lets the pages of `origin` ask for an account's offers no more; false when they could not. */
export async function removeOrigin(tx: Transaction, accountId: string, origin: string): Promise<boolean> {
  const sql = 'DELETE FROM account_origin WHERE account_id = $1 AND origin = $2';
  return (await tx.run(sql, accountId, origin)) === 1;
}

/** Lets the pages of `origin` ask for an account's offers. */
export async function addOrigin(tx: Transaction, accountId: string, origin: string): Promise<void> {
  await tx.run(
    'INSERT INTO account_origin (account_id, origin) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    accountId,
    origin,
  );
}

/** Ends every key of an account. */
export async function removeKeys(tx: Transaction, accountId: string): Promise<void> {
  await tx.run('DELETE FROM account_key WHERE account_id = $1', accountId);
}

/** Ends one key. */
export async function removeKey(tx: Transaction, keyHash: string): Promise<void> {
  await tx.run('DELETE FROM account_key WHERE key_hash = $1', keyHash);
}

/** Gives an account a key; only the newest two count. A key that has an account stays with it. */
export async function addKey(tx: Transaction, accountId: string, keyHash: string): Promise<void> {
  await tx.run(
    'INSERT INTO account_key (key_hash, account_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    keyHash,
    accountId,
    await madeAfterOthers(tx, accountId),
  );
  await tx.run(
    `DELETE FROM account_key WHERE account_id = $1 AND key_hash <> $2 AND key_hash NOT IN (
      SELECT key_hash FROM account_key WHERE account_id = $1 AND key_hash <> $2
      ORDER BY created_at DESC, key_hash LIMIT 1)`,
    accountId,
    keyHash,
  );
}

/** Now, or a moment later: of two keys one is the older, whenever they were made. */
async function madeAfterOthers(tx: Transaction, accountId: string): Promise<number> {
  const [last] = await tx.all<{ at: number | null }>(
    'SELECT MAX(created_at) AS at FROM account_key WHERE account_id = $1',
    accountId,
  );
  return Math.max(await tx.now(), (last?.at ?? 0) + 1);
}
