import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { isLoopbackHost } from '../model/index.ts';
import { UsageError } from './command.ts';

/** Where a service keeps what must not be lost, unless told. */
export const DEFAULT_DB = 'rokt-upsell.db';

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const options = {
  catalogue: many,
  db: text,
  host: text,
  port: text,
  'public-url': text,
  'trust-proxy': many,
  'webhook-allow': many,
  dev: { type: 'boolean' },
  'dev-token': text,
} as const;

/** What `rokt-upsell serve` was asked for. */
export interface ServeOptions {
  readonly catalogues: readonly string[];
  readonly db: string;
  readonly host: string;
  readonly port: number;
  /** Where shoppers and partners reach the service, without a slash at its end; where it listens on this machine alone, unless told. */
  readonly publicUrl: string | undefined;
  readonly trustProxy: readonly string[];
  readonly webhookAllow: ReadonlySet<string>;
  /** Undefined where it is no service for development. */
  readonly dev: { readonly token: string | undefined } | undefined;
}

/**
 * What `args` ask of `rokt-upsell serve`.
 *
 * @throws {UsageError} that names the option, what it takes, and what it was given
 */
export function readServeOptions(args: readonly string[]): ServeOptions {
  const values = parse(args);
  const { catalogue: catalogues = [], dev = false, host = '127.0.0.1', port = '4010' } = values;
  if (!dev && catalogues.length === 0) throw new UsageError('serve needs --catalogue FILE, or --dev');
  if (dev && catalogues.length > 1) throw new UsageError('--dev takes one --catalogue');
  if (!dev && values['dev-token'] !== undefined) throw new UsageError('--dev-token belongs to --dev');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port needs a number from 0 to 65535, got "${port}"`);
  const publicUrl = values['public-url'] === undefined ? undefined : toPublicUrl(values['public-url']);
  const trustProxy = (values['trust-proxy'] ?? []).map(toProxy);
  if (publicUrl === undefined) askForPublicUrl(host, trustProxy);
  return {
    catalogues,
    db: values.db ?? (dev ? ':memory:' : DEFAULT_DB),
    host,
    port: Number(port),
    publicUrl,
    trustProxy,
    webhookAllow: new Set((values['webhook-allow'] ?? []).map(toWebhookOrigin)),
    dev: dev ? { token: values['dev-token'] } : undefined,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (thrown) {
    throw new UsageError((thrown as Error).message.split(/[.\n]/)[0]);
  }
}

function toPublicUrl(value: string): string {
  const isHostAlone = /^https?:\/\/[^/\\?#@\s]+\/?$/i.test(value) && URL.canParse(value);
  if (isHostAlone) return new URL(value).origin;
  const example = 'https://upsell.example';
  // A password may be in it.
  const got = value.includes('@') ? 'one with a user' : `"${value}"`;
  throw new UsageError(`--public-url needs http or https and a host alone, such as ${example}, got ${got}`);
}

/** What a request says of the host that it was sent to is not believed: its links would lead wherever a stranger likes. */
function askForPublicUrl(host: string, trustProxy: readonly string[]): void {
  const needs = 'needs --public-url: links to what was bought have to lead somewhere';
  if (trustProxy.length > 0) throw new UsageError(`--trust-proxy ${needs}`);
  if (!isLoopbackHost(isIP(host) === 6 ? `[${host}]` : host)) throw new UsageError(`--host ${host} ${needs}`);
}

function toProxy(value: string): string {
  const [address = '', prefix, ...rest] = value.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  if (bits > 0 && isPrefix && rest.length === 0) return value;
  throw new UsageError(`--trust-proxy needs an address or a network such as 10.0.0.0/8, got "${value}"`);
}

function toWebhookOrigin(value: string): string {
  if (URL.canParse(value) && new URL(value).origin === value) return value;
  throw new UsageError(`--webhook-allow needs an origin such as http://127.0.0.1:9000, got "${value}"`);
}
