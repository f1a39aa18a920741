import { UsageError } from './command.ts';
import { readArgs } from './read-args.ts';
import { DEFAULT_DB } from './settings/schema.ts';

const values = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;
const options = {
  db: { type: 'string' },
  tag: values,
  origin: values,
  only: flag,
  remove: flag,
  force: flag,
} as const;
const verbs = ['list', 'add', 'key', 'tag', 'origin', 'remove'] as const;
type Verb = (typeof verbs)[number];

/** What `rokt-upsell account` was asked for. */
export interface AccountRequest {
  readonly verb: Verb;
  /** Empty for `list`. */
  readonly accountId: string;
  /** The words after the account's id. */
  readonly rest: readonly string[];
  readonly tags: readonly string[];
  readonly origins: readonly string[];
  /** The new key ends those before it. */
  readonly isOnly: boolean;
  /** The tag, the origin or the older key is taken away. */
  readonly isRemoval: boolean;
  /** Whatever is held and not delivered is removed, too. */
  readonly isForced: boolean;
  readonly db: string;
}

/**
 * What `args` ask of `rokt-upsell account`.
 *
 * @throws {UsageError} that says what the command takes
 */
export function readAccountRequest(args: readonly string[]): AccountRequest {
  const { values: given, positionals } = readArgs(args, { options, allowPositionals: true });
  const [verb, accountId = '', ...rest] = positionals;
  if (!isVerb(verb)) throw new UsageError(`account takes ${verbs.join(', ')}, not "${verb ?? ''}"`);
  const isNamed = verb === 'tag' || verb === 'origin';
  checkWords(verb, positionals.slice(1), isNamed);
  const {
    tag: tags = [],
    origin: origins = [],
    only = false,
    remove = false,
    force = false,
    db = DEFAULT_DB,
  } = given;
  if (verb !== 'add' && (tags.length > 0 || origins.length > 0))
    throw new UsageError('--tag and --origin belong to account add');
  if (only && verb !== 'key') throw new UsageError('--only belongs to account key');
  if (remove && !isNamed && verb !== 'key')
    throw new UsageError('--remove belongs to account key, account tag and account origin');
  if (remove && only) throw new UsageError('--only makes a key, and --remove makes none');
  if (force && verb !== 'remove') throw new UsageError('--force belongs to account remove');
  return {
    verb,
    accountId,
    rest,
    tags: (verb === 'tag' ? rest : tags).map(toTag),
    origins: (verb === 'origin' ? rest : origins).map(toOrigin),
    isOnly: only,
    isRemoval: remove,
    isForced: force,
    db,
  };
}

/** @throws {UsageError} where an id is missing or can be no account's, or there are more or fewer words than the verb takes */
function checkWords(verb: Verb, words: readonly string[], isNamed: boolean): void {
  const [accountId] = words;
  if (verb !== 'list' && !accountId) throw new UsageError(`account ${verb} needs the id of an account`);
  if (verb !== 'list' && accountId && !isVisible(accountId))
    throw new UsageError(`an account id is 1 to 256 visible characters without spaces, not "${accountId}"`);
  const wanted = (verb === 'list' ? 0 : 1) + (isNamed ? 1 : 0);
  if (words.length !== wanted) throw new UsageError(`account ${verb} takes ${wanted} words, see --help`);
}

function isVerb(word: string | undefined): word is Verb {
  return verbs.some((verb) => verb === word);
}

function isVisible(id: string): boolean {
  return /^[^\p{C}\p{Z}]{1,256}$/u.test(id);
}

function toTag(text: string): string {
  if (/^[!-~]{1,256}$/.test(text)) return text;
  throw new UsageError(`a tag is 1 to 256 characters that a header can carry, from ! to ~, not "${text}"`);
}

function toOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new UsageError(`an origin is a scheme and a host, such as https://shop.example, not "${text}"`);
}
