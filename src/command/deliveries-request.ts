import type { MessageFilter, MessageState } from '../service/deliveries.ts';
import { UsageError } from './command.ts';
import { readArgs } from './read-args.ts';
import { DEFAULT_DB } from './settings/schema.ts';

const text = { type: 'string' } as const;
const options = {
  db: text,
  account: text,
  provider: text,
  state: text,
  limit: text,
  'all-given-up': { type: 'boolean' },
} as const;
const states: readonly MessageState[] = ['waiting', 'delivered', 'given-up', 'dropped'];
const verbs = ['list', 'retry', 'drop'] as const;

/** What `rokt-upsell deliveries` was asked for. */
export interface DeliveriesRequest {
  readonly verb: (typeof verbs)[number];
  /** The messages that are meant; for `list`, and with `--all-given-up`, those that `filter` takes. */
  readonly ids: readonly string[];
  readonly filter: MessageFilter;
  readonly limit: number;
  readonly db: string;
}

/** How many messages are listed unless told, and how many are sent again at once at most. */
const LISTED = 100;
const AT_ONCE = 10_000;

/**
 * What `args` ask of `rokt-upsell deliveries`.
 *
 * @throws {UsageError} that says what the command takes
 */
export function readDeliveriesRequest(args: readonly string[]): DeliveriesRequest {
  const { values, positionals } = readArgs(args, { options, allowPositionals: true });
  const [word, ...ids] = positionals;
  const verb = verbs.find((one) => one === word);
  if (!verb) throw new UsageError(`deliveries takes ${verbs.join(', ')}, not "${word ?? ''}"`);
  const { db = DEFAULT_DB, account = null, provider = null } = values;
  const all = values['all-given-up'] ?? false;
  if (all && verb !== 'retry') throw new UsageError('--all-given-up belongs to deliveries retry');
  const isFiltered = verb === 'list' || all;
  if (isFiltered && ids.length > 0) throw new UsageError(`deliveries ${verb} takes no id here, see --help`);
  if (!isFiltered && ids.length === 0)
    throw new UsageError(`deliveries ${verb} needs the id of a message, as deliveries list shows it`);
  if (!isFiltered && (account ?? provider) !== null)
    throw new UsageError(`--account and --provider belong to deliveries list and retry --all-given-up`);
  if (verb !== 'list' && (values.state ?? values.limit) !== undefined)
    throw new UsageError('--state and --limit belong to deliveries list');
  const state = all ? 'given-up' : toState(values.state);
  const limit = all ? AT_ONCE : toLimit(values.limit);
  return { verb, ids, filter: { accountId: account, provider, state }, limit, db };
}

function toState(word: string | undefined): MessageState | null {
  if (word === undefined) return null;
  const state = states.find((one) => one === word);
  if (state) return state;
  throw new UsageError(`--state takes ${states.join(', ')}, not "${word}"`);
}

function toLimit(word = String(LISTED)): number {
  if (/^[1-9]\d{0,5}$/.test(word)) return Number(word);
  throw new UsageError(`--limit needs a number from 1 to 999999, got "${word}"`);
}
