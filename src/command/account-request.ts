import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';
import { DEFAULT_DB } from './settings/schema.ts';

const values = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;
const options = { db: { type: 'string' }, tag: values, origin: values, only: flag, remove: flag } as const;
const verbs = ['add', 'key', 'tag', 'origin'] as const;
type Verb = (typeof verbs)[number];

/** What `rokt-upsell account` was asked for. */
export interface AccountRequest {
  readonly verb: Verb;
  readonly accountId: string;
  /** The words after the account's id. */
  readonly rest: readonly string[];
  readonly tags: readonly string[];
  readonly origins: readonly string[];
  /** The new key ends those before it. */
  readonly isOnly: boolean;
  /** The tags and origins are taken away. */
  readonly isRemoval: boolean;
  readonly db: string;
}

/**
 * What `args` ask of `rokt-upsell account`.
 *
 * @throws {UsageError} that says what the command takes
 */
export function readAccountRequest(args: readonly string[]): AccountRequest {
  const { values: given, positionals } = parse(args);
  const [verb, accountId, ...rest] = positionals;
  if (!isVerb(verb)) throw new UsageError(`account takes ${verbs.join(', ')}, not "${verb ?? ''}"`);
  if (!accountId) throw new UsageError(`account ${verb} needs the id of an account`);
  if (!isVisible(accountId))
    throw new UsageError(`an account id is 1 to 256 visible characters without spaces, not "${accountId}"`);
  const isNamed = verb === 'tag' || verb === 'origin';
  const wanted = isNamed ? 1 : 0;
  if (rest.length !== wanted) throw new UsageError(`account ${verb} takes ${wanted + 1} words, see --help`);
  const { tag: tags = [], origin: origins = [], only = false, remove = false, db = DEFAULT_DB } = given;
  if (verb !== 'add' && (tags.length > 0 || origins.length > 0))
    throw new UsageError('--tag and --origin belong to account add');
  if (only && verb !== 'key') throw new UsageError('--only belongs to account key');
  if (remove && !isNamed) throw new UsageError('--remove belongs to account tag and account origin');
  return {
    verb,
    accountId,
    rest,
    tags: (verb === 'tag' ? rest : tags).map(toTag),
    origins: (verb === 'origin' ? rest : origins).map(toOrigin),
    isOnly: only,
    isRemoval: remove,
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
