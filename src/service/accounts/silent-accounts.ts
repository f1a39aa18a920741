import { findAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';

/** A line for each of these accounts that nobody can use yet: without a key no server may call, without an origin no page. */
export async function silentAccounts(store: Store, accountIds: readonly string[]): Promise<string[]> {
  return store.transaction(async (tx) => {
    const lines: string[] = [];
    for (const accountId of accountIds) {
      const account = await findAccount(tx, accountId);
      if (!account?.keyHashes.length) lines.push(withoutKey(accountId));
      if (!account?.allowedOrigins.size) lines.push(withoutOrigin(accountId));
    }
    return lines;
  });
}

function withoutKey(accountId: string): string {
  return `account ${accountId} has no key, so no server can call; "rokt-upsell account add ${accountId}" makes one`;
}

function withoutOrigin(accountId: string): string {
  const command = `"rokt-upsell account origin ${accountId} ORIGIN"`;
  return `account ${accountId} has no origin, so no page can select its offers; ${command} allows one`;
}
