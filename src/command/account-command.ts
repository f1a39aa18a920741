import { randomBytes } from 'node:crypto';
import { hashKey } from '../service/accounts/keys.ts';
import type { ActOutput, Operator } from '../service/admin/acts.ts';
import { toUtc } from '../service/to-utc.ts';
import { type AccountRequest, readAccountRequest } from './account-request.ts';
import type { Command } from './command.ts';
import { DB_HELP } from './db-help.ts';
import { withOperator } from './with-operator.ts';

/** `rokt-upsell account`: who may call, and whose pages may ask for offers. */
export const accountCommand: Command = {
  help: `rokt-upsell account list [--db FILE]
rokt-upsell account add ID [--tag TAG] [--origin ORIGIN] [--db FILE]
rokt-upsell account key ID [--only | --remove] [--db FILE]
rokt-upsell account tag ID TAG [--remove] [--db FILE]
rokt-upsell account origin ID ORIGIN [--remove] [--db FILE]
rokt-upsell account remove ID [--force] [--db FILE]

  list    every account, when its keys were made, its tags and its origins
  add     an account with a key, which is shown this once; --tag and --origin may be repeated
  key     another key, which is shown this once; the newest two count, so that a key can be replaced without a gap
  tag     a rokt-tag-id that its server may send
  origin  an origin of its pages, such as https://shop.example
  remove  the account and every row of it: keys, tags, origins, stock, selections, holds, sales, orders and messages; refused
          while it has live holds, or messages that are not delivered

  --only     the new key alone counts: those before it end at once
  --remove   takes the tag or the origin away; of two keys the older one, and makes none
  --force    removes what is held and not delivered, too
${DB_HELP}`,
  async run(args, print) {
    const request = readAccountRequest(args);
    await withOperator(request.db, async (operator) => print(await answer(operator, request)));
  },
};

/** Has it done, and gives what to say of it. */
async function answer(operator: Operator, request: AccountRequest): Promise<string> {
  const { verb, accountId, rest, isOnly, isRemoval } = request;
  const account = `account ${accountId}`;
  switch (verb) {
    case 'list':
      return listed(await operator.act('account.list', {}));
    case 'tag':
    case 'origin':
      if (verb === 'tag') await operator.act('account.tag', { accountId, tag: rest[0] ?? '', isRemoval });
      else await operator.act('account.origin', { accountId, origin: rest[0] ?? '', isRemoval });
      return `${account}: ${isRemoval ? 'no ' : ''}${verb} ${rest.join(' ')}`;
    case 'remove':
      return removed(
        account,
        await operator.act('account.remove', { accountId, isForced: request.isForced }),
      );
    case 'add':
    case 'key':
      if (isRemoval) {
        await operator.act('account.end-key', { accountId });
        return `${account}: its older key has ended`;
      }
      return withNewKey(account, (keyHash) =>
        verb === 'add'
          ? operator.act('account.add', { ...request, keyHash })
          : operator.act('account.key', { accountId, keyHash, isOnly }),
      );
  }
}

/** The key itself never leaves this process, but for the terminal. */
async function withNewKey(account: string, give: (keyHash: string) => Promise<void>): Promise<string> {
  const key = randomBytes(24).toString('base64url');
  await give(hashKey(key));
  return `${account}, rokt-api-key: ${key}\nIt is not kept: only its hash is.`;
}

function listed(accounts: ActOutput<'account.list'>): string {
  if (accounts.length === 0) return 'there is none';
  const lines = accounts.map(({ accountId, keysMadeAt, tags, origins }) => {
    const keys = keysMadeAt.map(toUtc);
    return `${accountId}  ${named('keys', keys)}  ${named('tags', tags)}  ${named('origins', origins)}`;
  });
  return lines.join('\n');
}

function named(what: string, values: readonly string[]): string {
  return values.length === 0 ? `no ${what}` : `${what}: ${values.join(', ')}`;
}

function removed(account: string, counts: ActOutput<'account.remove'>): string {
  const rows = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  return `${account} is removed, with ${rows.join(', ')}`;
}
