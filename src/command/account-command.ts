import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { hashKey } from '../service/accounts/keys.ts';
import { addAccount, addKey, addOrigin, addTag, findAccount } from '../service/store/accounts.ts';
import { createSqliteStore } from '../service/store/sqlite-store.ts';
import type { Transaction } from '../service/store/store.ts';
import { type Command, CommandError, type Print, UsageError } from './command.ts';
import { DEFAULT_DB } from './serve-options.ts';
import { silenceSqlite } from './silence-sqlite.ts';

const values = { type: 'string', multiple: true } as const;
const options = { db: { type: 'string' }, tag: values, origin: values } as const;
const verbs = ['add', 'key', 'tag', 'origin'] as const;
type Verb = (typeof verbs)[number];

/** `rokt-upsell account`: who may call, and whose pages may ask for offers. */
export const accountCommand: Command = {
  help: `rokt-upsell account add ID [--tag TAG] [--origin ORIGIN] [--db FILE]
rokt-upsell account key ID [--db FILE]
rokt-upsell account tag ID TAG [--db FILE]
rokt-upsell account origin ID ORIGIN [--db FILE]

  add     an account with a key, which is shown this once; --tag and --origin may be repeated
  key     another key, which is shown this once; the newest two count, so that a key can be replaced without a gap
  tag     a rokt-tag-id that its server may send
  origin  an origin of its pages, such as https://shop.example

  --db FILE  the database of the service, ${DEFAULT_DB} by default; a service that runs on it has to stop meanwhile`,
  async run(args, print) {
    const { verb, accountId, rest, tags, origins, db } = read(args);
    silenceSqlite();
    const store = await createSqliteStore({ file: db }).catch((error: unknown) => {
      throw new CommandError((error as Error).message);
    });
    try {
      await store.transaction(async (tx) => {
        const known = await findAccount(tx, accountId);
        const isKnown = known !== undefined;
        if (verb === 'add' && known && known.keyHashes.length > 0)
          throw new CommandError(`account ${accountId} is there already`);
        if (verb !== 'add' && !isKnown) throw new CommandError(`there is no account ${accountId} in ${db}`);
        await addAccount(tx, accountId);
        for (const tag of tags) await addTag(tx, accountId, tag);
        for (const origin of origins) await addOrigin(tx, accountId, origin);
      });
      if (verb === 'add' || verb === 'key') await printKey(store.transaction.bind(store), accountId, print);
      else print(`account ${accountId}: ${verb} ${rest.join(' ')}`);
    } finally {
      await store.close();
    }
  },
};

async function printKey(
  transaction: (work: (tx: Transaction) => Promise<void>) => Promise<void>,
  accountId: string,
  print: Print,
): Promise<void> {
  const key = randomBytes(24).toString('base64url');
  await transaction((tx) => addKey(tx, accountId, hashKey(key)));
  print(`account ${accountId}, rokt-api-key: ${key}\nIt is not kept: only its hash is.`);
}

function read(args: readonly string[]) {
  const { values: given, positionals } = parse(args);
  const [verb, accountId, ...rest] = positionals;
  if (!isVerb(verb)) throw new UsageError(`account takes ${verbs.join(', ')}, not "${verb ?? ''}"`);
  if (!accountId) throw new UsageError(`account ${verb} needs the id of an account`);
  const wanted = verb === 'tag' || verb === 'origin' ? 1 : 0;
  if (rest.length !== wanted) throw new UsageError(`account ${verb} takes ${wanted + 1} words, see --help`);
  const { tag: tags = [], origin: origins = [], db = DEFAULT_DB } = given;
  if (verb !== 'add' && (tags.length > 0 || origins.length > 0))
    throw new UsageError('--tag and --origin belong to account add');
  return {
    verb,
    accountId,
    rest,
    tags: verb === 'tag' ? rest : tags,
    origins: (verb === 'origin' ? rest : origins).map(toOrigin),
    db,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    throw new UsageError((thrown as Error).message.split(/[.\n]/)[0]);
  }
}

function isVerb(word: string | undefined): word is Verb {
  return verbs.some((verb) => verb === word);
}

function toOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new UsageError(`an origin is a scheme and a host, such as https://shop.example, not "${text}"`);
}
