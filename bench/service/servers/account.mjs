import { hashKey } from '../../../src/service/accounts/keys.ts';
import { LOOP_DELAY_LIMIT } from '../../../src/service/http/limits.ts';
import { addAccount, addKey, addOrigin, addTag } from '../../../src/service/store/accounts.ts';
import { ACCOUNT } from '../account.mjs';

export { LOOP_DELAY_LIMIT };

/** Rate limits that count each request and refuse none. */
export const COUNTED = { address: 1e12, account: 1e12, selections: 1e12 };

/** Makes the account of the bench. @param {import('../../../src/service/store/store.ts').Store} store */
export async function addAccountTo(store) {
  const { accountId, apiKey, tagId, origin } = ACCOUNT;
  await store.transaction(async (tx) => {
    await addAccount(tx, accountId);
    await addKey(tx, accountId, hashKey(apiKey));
    await addTag(tx, accountId, tagId);
    await addOrigin(tx, accountId, origin);
  });
}
