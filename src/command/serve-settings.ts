import { isIP } from 'node:net';
import { isLoopbackHost } from '../model/index.ts';
import type { RateLimits } from '../service/http/limits.ts';
import type { MetricsOptions } from '../service/metrics/load-metrics.ts';
import { UsageError } from './command.ts';
import { type ReadSettings, readSettings } from './settings/read-settings.ts';
import { DEFAULT_DB, type Settings } from './settings/schema.ts';
import { toMs } from './settings/values.ts';

/** What `rokt-upsell serve` was asked for. */
export interface ServeOptions {
  readonly values: Settings;
  /** The settings are to be shown, and nothing is to be served. */
  readonly isPrinting: boolean;
  readonly catalogues: readonly string[];
  readonly db: string;
  /** Undefined where it is no service for development. */
  readonly dev: { readonly token: string | undefined } | undefined;
  /** ms from the signal to the end of the process. */
  readonly grace: number;
  readonly queueLimit: number;
  readonly place: { readonly host: string; readonly port: number };
  readonly rateLimits: RateLimits | false;
  readonly metrics: MetricsOptions | undefined;
  /** Of any service. */
  readonly parts: ReturnType<typeof toParts>;
}

/**
 * What flags, environment and file ask of `rokt-upsell serve`.
 *
 * @throws {UsageError} that names the setting by where it is from, what it takes, and what it was given
 */
export async function readServeOptions(
  args: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<ServeOptions> {
  const read = await readSettings(args, env);
  const { values, isPrinting } = read;
  const { catalogue: catalogues, dev, devToken } = values;
  refuseContradictions(read);
  const db = values.db ?? (dev ? ':memory:' : DEFAULT_DB);
  return {
    values: { ...values, db },
    ...{ isPrinting, catalogues, db },
    dev: dev ? { token: devToken } : undefined,
    grace: toMs(values.grace),
    queueLimit: values.maxQueue,
    place: { host: values.host, port: values.port },
    rateLimits: values.rateLimits === 'on' && {
      address: values.rateLimitAddress,
      account: values.rateLimitAccount,
      selections: values.rateLimitSelections,
    },
    metrics: toMetrics(values),
    parts: toParts(values),
  };
}

function refuseContradictions({ values, sourceOf }: ReadSettings): void {
  const { dev, catalogue, devToken, publicUrl } = values;
  if (!dev && catalogue.length === 0) throw new UsageError('serve needs --catalogue FILE, or --dev');
  if (dev && catalogue.length > 1) throw new UsageError('--dev takes one --catalogue');
  if (!dev && devToken !== undefined) throw new UsageError(`${sourceOf('devToken')} belongs to --dev`);
  if (publicUrl === undefined) askForPublicUrl({ values, sourceOf });
}

/** What a request says of the host that it was sent to is not believed: its links would lead wherever a stranger likes. */
function askForPublicUrl({ values, sourceOf }: Pick<ReadSettings, 'values' | 'sourceOf'>): void {
  const { host, trustProxy } = values;
  const needs = 'needs --public-url: links to what was bought have to lead somewhere';
  if (trustProxy.length > 0) throw new UsageError(`${sourceOf('trustProxy')} ${needs}`);
  if (isLoopbackHost(isIP(host) === 6 ? `[${host}]` : host)) return;
  throw new UsageError(`${sourceOf('host')} ${host} ${needs}`);
}

function toParts(values: Settings) {
  const { trustProxy, publicUrl, maxConnections } = values;
  return {
    ...{ publicUrl: publicUrl && new URL(publicUrl).origin, maxConnections },
    webhookAllow: new Set(values.webhookAllow),
    // Nobody is not the same as a list of none: with a list, headers that proxies set are looked at.
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    arrivalLimit: toMs(values.arrivalLimit),
    // A breakpoint is no pressure.
    loopDelayLimit: values.dev ? 0 : toMs(values.maxLoopDelay),
    logger: toLogger(values),
    manners: values.standInManners,
    grace: toMs(values.grace),
    keptFor: {
      selections: toMs(values.retainSelections),
      answers: toMs(values.retainKeys),
      holds: toMs(values.retainHolds),
      messages: toMs(values.retainMessages),
    },
  } as const;
}

/** One for development prints its calls by itself. */
function toLogger({ logLevel, dev }: Settings) {
  if (dev && logLevel === undefined) return false;
  return { level: logLevel ?? 'info' };
}

function toMetrics({
  metricsPort: port,
  metricsHost: host,
  metricsToken: token,
}: Settings): MetricsOptions | undefined {
  if (port === undefined && token === undefined) return undefined;
  return { token, place: port === undefined ? undefined : { host, port } };
}
