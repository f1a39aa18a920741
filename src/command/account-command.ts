import { randomBytes } from 'node:crypto';
import { hashKey } from '../service/accounts/keys.ts';
import {
  addAccount,
  addKey,
  addOrigin,
  addTag,
  findAccount,
  removeKeys,
  removeOrigin,
  removeTag,
} from '../service/store/accounts.ts';
import type { Transaction } from '../service/store/store.ts';
import { type AccountRequest, readAccountRequest } from './account-request.ts';
import { type Command, CommandError } from './command.ts';
import { nameOfDatabase } from '../service/store/open-store.ts';
import { openStore } from './open-store.ts';
import { DEFAULT_DB } from './settings/schema.ts';

/** `rokt-upsell account`: who may call, and whose pages may ask for offers. */
export const accountCommand: Command = {
  help: `rokt-upsell account add ID [--tag TAG] [--origin ORIGIN] [--db FILE]
rokt-upsell account key ID [--only] [--db FILE]
rokt-upsell account tag ID TAG [--remove] [--db FILE]
rokt-upsell account origin ID ORIGIN [--remove] [--db FILE]

  add     an account with a key, which is shown this once; --tag and --origin may be repeated
  key     another key, which is shown this once; the newest two count, so that a key can be replaced without a gap
  tag     a rokt-tag-id that its server may send
  origin  an origin of its pages, such as https://shop.example

  --only     the new key alone counts: those before it end at once
  --remove   takes the tag or the origin away
  --db FILE  the database of the service, ${DEFAULT_DB} by default; a service that runs on it has to stop meanwhile.
             Or postgres://…, where it may run on`,
  async run(args, print) {
    const request = readAccountRequest(args);
    const store = await openStore(request.db);
    try {
      const key = randomBytes(24).toString('base64url');
      await store.transaction((tx) => change(tx, request, key));
      print(resultOf(request, key));
    } finally {
      await store.close();
    }
  },
};

async function change(tx: Transaction, request: AccountRequest, key: string): Promise<void> {
  const { verb, accountId, tags, origins, db } = request;
  const known = await findAccount(tx, accountId);
  if (verb === 'add' && known && known.keyHashes.length > 0)
    throw new CommandError(`account ${accountId} is there already`);
  if (verb !== 'add' && !known)
    throw new CommandError(`there is no account ${accountId} in ${nameOfDatabase(db)}`);
  if (request.isRemoval) return remove(tx, request);
  await addAccount(tx, accountId);
  for (const tag of tags) await addTag(tx, accountId, tag);
  for (const origin of origins) await addOrigin(tx, accountId, origin);
  if (verb !== 'add' && verb !== 'key') return;
  if (request.isOnly) await removeKeys(tx, accountId);
  await addKey(tx, accountId, hashKey(key));
}

async function remove(tx: Transaction, { accountId, tags, origins }: AccountRequest): Promise<void> {
  for (const tag of tags)
    if (!(await removeTag(tx, accountId, tag)))
      throw new CommandError(`account ${accountId} has no tag ${tag}`);
  for (const origin of origins)
    if (!(await removeOrigin(tx, accountId, origin)))
      throw new CommandError(`account ${accountId} has no origin ${origin}`);
}

function resultOf({ verb, accountId, rest, isRemoval }: AccountRequest, key: string): string {
  if (verb === 'tag' || verb === 'origin')
    return `account ${accountId}: ${isRemoval ? 'no ' : ''}${verb} ${rest.join(' ')}`;
  return `account ${accountId}, rokt-api-key: ${key}\nIt is not kept: only its hash is.`;
}
