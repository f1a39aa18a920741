import Type, { type Static, type TSchema } from 'typebox';
import { DAY, GRACE, KEPT_FOR, SECOND } from '../../service/durations.ts';
import { FIRST_ACCOUNT } from '../../service/dev/first-account.ts';
import { ARRIVAL_LIMIT, LOOP_DELAY_LIMIT, MAX_CONNECTIONS, RATE_LIMITS } from '../../service/http/limits.ts';
import type { Manners } from '../../service/routes/service.ts';
import { QUEUE_LIMIT } from '../../service/store/store.ts';

/** Where a service keeps what must not be lost, unless told. */
export const DEFAULT_DB = 'rokt-upsell.db';

/** Where a service listens on its host, unless told. */
export const DEFAULT_PORT = 4010;

/** What a setting is besides its type. */
export interface About {
  /** What it does, in the help. */
  readonly description: string;
  /** What a value is called in the help; a switch has none. */
  readonly value?: string;
  /** What a value has to be, after `needs`. */
  readonly needs: string;
  /** Not shown to anybody. */
  readonly secret?: boolean;
  readonly default?: string | number | boolean | readonly string[];
}

/** A setting as the schema has it. */
export type SettingSchema = TSchema &
  About & { readonly type: SettingType; readonly format?: string; readonly items?: TSchema };
type SettingType = 'string' | 'integer' | 'boolean' | 'array';

const count = (value: number, description: string) =>
  Type.Integer({
    ...{ description, value: 'N', needs: 'a whole number from 1 to 1000000000', default: value },
    ...{ minimum: 1, maximum: 1_000_000_000 },
  });

const port = (about: Partial<About> & Pick<About, 'description'>) => ({
  ...{ value: 'N', needs: 'a number from 0 to 65535', minimum: 0, maximum: 65_535 },
  ...about,
});

/** A time that a timer can wait for. */
const wait = (ms: number, description: string) =>
  Type.String({
    ...{ description, value: 'TIME', needs: 'a time up to 1h, such as 500ms, 10s or 5m' },
    ...{ format: 'wait', default: toTime(ms) },
  });

const kept = (ms: number, description: string) =>
  Type.String({
    ...{
      description,
      value: 'TIME',
      needs: 'a time such as 12h or 90d',
      format: 'time',
      default: toTime(ms),
    },
  });

const text = (value: string, about: Partial<About> & Pick<About, 'description'>) =>
  ({ value, needs: 'a text that is not empty', minLength: 1, ...about }) as const;

/** Every setting of `rokt-upsell serve`, once: flags, environment, file, help and what is checked come of it. */
export const SettingsSchema = Type.Object({
  catalogue: Type.Array(Type.String({ minLength: 1 }), {
    ...{ value: 'FILE', needs: 'the path of a file', default: [] },
    description: 'what an account sells; once for each account. "rokt-upsell check" names its faults',
  }),
  db: Type.Optional(
    Type.String(
      text('FILE', {
        description: `SQLite database, ${DEFAULT_DB} by default; made if there is none. Or postgres://…, which several instances may share`,
      }),
    ),
  ),
  host: Type.String(text('HOST', { description: 'where it listens', default: '127.0.0.1' })),
  port: Type.Integer(port({ description: 'a free one with 0', default: DEFAULT_PORT })),
  publicUrl: Type.Optional(
    Type.String({
      ...{ value: 'URL', format: 'public-url' },
      needs: 'http or https and a host alone, such as https://upsell.example',
      description:
        'where partners and shoppers reach it; needed beside --trust-proxy, and beside a --host that is not this machine alone',
    }),
  ),
  trustProxy: Type.Array(Type.String({ format: 'network' }), {
    ...{ value: 'CIDR', needs: 'an address or a network such as 10.0.0.0/8', default: [] },
    description: 'whose X-Forwarded-For and X-Request-Id are believed',
  }),
  webhookAllow: Type.Array(Type.String({ format: 'origin' }), {
    ...{ value: 'ORIGIN', needs: 'an origin such as http://127.0.0.1:9000', default: [] },
    description: "a provider's origin without https, or in a private network",
  }),
  rateLimits: Type.String({
    ...{ value: 'on|off', needs: 'on or off', pattern: '^(on|off)$', default: 'on' },
    description: 'off: as many requests as come',
  }),
  rateLimitAddress: count(RATE_LIMITS.address, 'requests a minute of one address, whatever they ask'),
  rateLimitAccount: count(RATE_LIMITS.account, 'requests a minute with the keys of one account'),
  rateLimitSelections: count(RATE_LIMITS.selections, 'selections a minute of one address'),
  maxConnections: count(MAX_CONNECTIONS, 'connections at once; more are closed as they come'),
  maxQueue: count(QUEUE_LIMIT, 'transactions that wait for the database; more are 503'),
  maxLoopDelay: Type.String({
    ...{
      value: 'TIME',
      needs: 'a time up to 1s, or 0',
      format: 'lateness',
      default: toTime(LOOP_DELAY_LIMIT),
    },
    description: 'how late the process may be, with 0 however late; while it is later, calls are 503',
  }),
  arrivalLimit: wait(ARRIVAL_LIMIT, 'how long a request may take to arrive'),
  grace: wait(GRACE, 'how long what is under way may take once it is told to stop'),
  retainSelections: kept(KEPT_FOR.selections, 'how long an item can be bought after its selection'),
  retainKeys: kept(KEPT_FOR.answers, 'how long an Idempotency-Key gives its answer again'),
  retainHolds: kept(KEPT_FOR.holds, 'how long released and expired holds are kept'),
  retainMessages: kept(KEPT_FOR.messages, 'how long delivered messages are kept'),
  metricsPort: Type.Optional(
    Type.Integer(port({ description: 'a port of their own for /metrics; a free one with 0' })),
  ),
  metricsHost: Type.String(
    text('HOST', { description: 'where --metrics-port listens', default: '127.0.0.1' }),
  ),
  metricsToken: Type.Optional(
    Type.String(
      text('TOKEN', {
        ...{ secret: true },
        description:
          'what /metrics asks for, as Authorization: Bearer TOKEN; without it only --metrics-port has it',
      }),
    ),
  ),
  logLevel: Type.Optional(
    Type.String({
      ...{ value: 'LEVEL', pattern: '^(trace|debug|info|warn|error|fatal|silent)$' },
      needs: 'trace, debug, info, warn, error, fatal or silent',
      description: 'info by default: a line of JSON for each request; with --dev none',
    }),
  ),
  standInManners: Type.Unsafe<Manners>({
    ...Type.String({ pattern: '^(shipped|documented)$' }),
    ...{ value: 'MANNERS', needs: 'shipped or documented', default: 'shipped' },
    description:
      "how the stand-in for Rokt's launcher behaves for accounts whose catalogue does not say it: as Rokt ships it, or as Rokt documents it",
  }),
  dev: Type.Boolean({
    ...{ needs: 'true or false', default: false },
    description: `for development: a demo catalogue with test items, account ${FIRST_ACCOUNT.accountId} with key ${FIRST_ACCOUNT.apiKey} and tag ${FIRST_ACCOUNT.tagId}, no rate limits, pages of this machine allowed, nothing kept without --db`,
  }),
  devToken: Type.Optional(
    Type.String(
      text('TOKEN', { secret: true, description: 'what /_dev asks for; made up and printed without' }),
    ),
  ),
});

/** All settings with their values. */
export type Settings = Static<typeof SettingsSchema>;
/** The name of a setting, as a file has it. */
export type SettingName = keyof typeof SettingsSchema.properties;

/** Every setting by its name, in the order of the help. */
export const settings = Object.entries(SettingsSchema.properties) as unknown as readonly (readonly [
  SettingName,
  SettingSchema,
])[];

/** A time in the unit in which it is a whole number, such as `24h`. */
function toTime(ms: number): string {
  if (ms % DAY === 0 && ms > DAY) return `${ms / DAY}d`;
  if (ms % (3_600 * SECOND) === 0) return `${ms / (3_600 * SECOND)}h`;
  return `${ms / SECOND}s`;
}
