import { ActError } from '../admin/act-error.ts';
import { type RemovedRows, removeAccountRows, unfinishedOf } from '../store/account-rows.ts';
import * as rows from '../store/accounts.ts';
import type { Transaction } from '../store/store.ts';
import type { Account } from './account.ts';

/** Which account. */
export interface Named {
  readonly accountId: string;
}

/** Makes an account with a key, or gives one that has none its first. */
export async function openAccount(
  tx: Transaction,
  told: Named & {
    readonly keyHash: string;
    readonly tags: readonly string[];
    readonly origins: readonly string[];
  },
): Promise<void> {
  const { accountId, keyHash, tags, origins } = told;
  const known = await rows.findAccount(tx, accountId);
  if (known && known.keyHashes.length > 0) throw new ActError(`account ${accountId} is there already`);
  await rows.addAccount(tx, accountId);
  for (const tag of tags) await rows.addTag(tx, accountId, tag);
  for (const origin of origins) await rows.addOrigin(tx, accountId, origin);
  await rows.addKey(tx, accountId, keyHash);
}

/** Gives an account another key; the newest two count, with `isOnly` this one alone. */
export async function giveKey(
  tx: Transaction,
  { accountId, keyHash, isOnly }: Named & { readonly keyHash: string; readonly isOnly: boolean },
): Promise<void> {
  await expectAccount(tx, accountId);
  if (isOnly) await rows.removeKeys(tx, accountId);
  await rows.addKey(tx, accountId, keyHash);
}

/** Ends the older of an account's two keys. */
export async function endOlderKey(tx: Transaction, { accountId }: Named): Promise<void> {
  const { keyHashes } = await expectAccount(tx, accountId);
  const [older, newer] = keyHashes;
  if (older === undefined) throw new ActError(`account ${accountId} has no key`);
  if (newer === undefined)
    throw new ActError(
      `account ${accountId} has one key alone: give it another first, "account key ${accountId}"`,
    );
  await rows.removeKey(tx, older);
}

/** Lets an account send a tag, or no more. */
export async function changeTag(
  tx: Transaction,
  { accountId, tag, isRemoval }: Named & { readonly tag: string; readonly isRemoval: boolean },
): Promise<void> {
  await expectAccount(tx, accountId);
  if (!isRemoval) return rows.addTag(tx, accountId, tag);
  if (!(await rows.removeTag(tx, accountId, tag)))
    throw new ActError(`account ${accountId} has no tag ${tag}`);
}

/** Lets the pages of an origin ask for an account's offers, or no more. */
export async function changeOrigin(
  tx: Transaction,
  { accountId, origin, isRemoval }: Named & { readonly origin: string; readonly isRemoval: boolean },
): Promise<void> {
  await expectAccount(tx, accountId);
  if (!isRemoval) return rows.addOrigin(tx, accountId, origin);
  if (!(await rows.removeOrigin(tx, accountId, origin)))
    throw new ActError(`account ${accountId} has no origin ${origin}`);
}

/**
 * Removes an account with every row of it: keys, tags, origins, stock, selections, holds, sales, orders, messages, answers. While
 * shoppers hold something, or a provider has not been told, only when it is forced.
 */
export async function removeAccount(
  tx: Transaction,
  { accountId, isForced }: Named & { readonly isForced: boolean },
): Promise<RemovedRows> {
  await expectAccount(tx, accountId);
  await rows.lockAccountToRemove(tx, accountId);
  const { holds, messages } = await unfinishedOf(tx, accountId);
  if (!isForced && holds + messages > 0)
    throw new ActError(
      `account ${accountId} has live holds (${holds}) or messages that are not delivered (${messages}): ` +
        'wait for them, or --force removes them, too',
    );
  return removeAccountRows(tx, accountId);
}

async function expectAccount(tx: Transaction, accountId: string): Promise<Account> {
  const known = await rows.findAccount(tx, accountId);
  if (known) return known;
  throw new ActError(`there is no account ${accountId}`);
}
