import type { MeasuredParts, Metrics } from './metrics.ts';

/** Whom the metrics are shown to. */
export interface MetricsOptions {
  /** What `/metrics` asks for, as `Authorization: Bearer TOKEN`; nothing without. */
  readonly token?: string | undefined;
  /** A port of their own; without one they are at `/metrics` beside the calls. */
  readonly place?: { readonly host: string; readonly port: number } | undefined;
}

/** The same, with what makes them. */
export interface LoadedMetrics extends MetricsOptions {
  readonly create: (parts: MeasuredParts) => Metrics;
}

/** What a service is given that shows metrics. On demand: the client for Prometheus takes a tenth of a second to load. */
export async function loadMetrics(options: MetricsOptions | undefined): Promise<LoadedMetrics | undefined> {
  if (!options) return undefined;
  const { createMetrics } = await import('./metrics.ts');
  return { ...options, create: createMetrics };
}
