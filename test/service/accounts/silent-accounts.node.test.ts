import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashKey } from '../../../src/service/accounts/keys.ts';
import { silentAccounts } from '../../../src/service/accounts/silent-accounts.ts';
import { addAccount, addKey, addOrigin, removeKeys } from '../../../src/service/store/accounts.ts';
import { makeBriefDatabase } from '../support/database.ts';

describe('an account that nobody can use', () => {
  it('is named, with what it lacks and the command that mends it', async (t) => {
    const store = await (await makeBriefDatabase()).open();
    t.after(() => store.close());
    await store.transaction(async (tx) => {
      for (const accountId of ['whole', 'keyless', 'closed', 'ended']) await addAccount(tx, accountId);
      for (const accountId of ['whole', 'closed', 'ended']) await addKey(tx, accountId, hashKey(accountId));
      for (const accountId of ['whole', 'keyless', 'ended'])
        await addOrigin(tx, accountId, 'https://a.example');
      await removeKeys(tx, 'ended');
    });
    const lines = await silentAccounts(store, ['whole', 'keyless', 'closed', 'ended', 'missing']);
    assert.deepEqual(
      lines.map((line) => line.split(', so')[0]),
      [
        'account keyless has no key',
        'account closed has no origin',
        'account ended has no key',
        'account missing has no key',
        'account missing has no origin',
      ],
    );
    assert.match(lines[0] ?? '', /"rokt-upsell account add keyless" makes one$/);
    assert.match(lines[1] ?? '', /"rokt-upsell account origin closed ORIGIN" allows one$/);
  });
});
