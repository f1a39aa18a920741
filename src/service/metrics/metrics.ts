import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import type { Delivery, WebhookMessage, WebhookTarget } from '../fulfilment/deliver.ts';
import { readFigures } from '../store/figures.ts';
import type { Store } from '../store/store.ts';

/** What is measured besides requests. */
export interface MeasuredParts {
  readonly store: Store;
  /** ms since every account was swept. */
  readonly sweepAge: () => number;
}

/** What a service tells of itself, in Prometheus' words. */
export interface Metrics {
  /** Counts each request of `app` from now on. */
  countRequests(app: FastifyInstance): void;
  /** `send`, which counts what has come of each attempt. */
  countDeliveries(send: Send): Send;
  /** All of it as text, as it is now. */
  text(): Promise<string>;
  readonly contentType: string;
}

type Send = (message: WebhookMessage, target: WebhookTarget) => Promise<Delivery>;

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The metrics of one service and of its process. */
export function createMetrics(parts: MeasuredParts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const took = new Histogram({
    ...{ name: 'rokt_upsell_request_duration_seconds', help: 'Requests by route, method and status.' },
    ...{ labelNames: ['route', 'method', 'status'], buckets: SECONDS, registers: [registry] },
  });
  const delivered = new Counter({
    ...{ name: 'rokt_upsell_delivery_attempts_total', help: 'Attempts to deliver a message, by outcome.' },
    ...{ labelNames: ['outcome'], registers: [registry] },
  });
  const readRows = rowGauges(registry, parts.store);
  addOwnGauges(registry, parts);
  return {
    contentType: registry.contentType,
    countRequests(app) {
      app.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
        const labels = { route: routeOptions.url ?? 'none', method, status: reply.statusCode };
        took.observe(labels, reply.elapsedTime / 1_000);
        done();
      });
    },
    countDeliveries: (send) => async (message, target) => {
      const delivery = await send(message, target);
      delivered.inc({ outcome: delivery.outcome });
      return delivery;
    },
    async text() {
      await readRows();
      return registry.metrics();
    },
  };
}

/** What the process knows without its database. */
function addOwnGauges(registry: Registry, { store, sweepAge }: MeasuredParts): void {
  const add = (name: string, help: string, value: () => number) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        this.set(value());
      },
    });
  add('rokt_upsell_sweep_age_seconds', 'Since every account was swept.', () => sweepAge() / 1_000);
  add('rokt_upsell_transactions_waiting', 'Transactions that wait for the database.', () => store.waiting);
}

/** Gauges of what the tables hold; the result reads them anew. A database that does not answer leaves them empty and is a metric itself. */
function rowGauges(registry: Registry, store: Store): () => Promise<void> {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `rokt_upsell_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('database_up', '1 where the database answers.');
  const holds = gauge('holds', 'Live holds.', 'account');
  const left = gauge('stock_left', 'What can be taken of a product with a limit.', 'account', 'sku');
  const waiting = gauge('deliveries_waiting', 'Messages that are not delivered.', 'account', 'provider');
  const failing = gauge(
    'deliveries_failing',
    'Messages that wait after an attempt that has failed.',
    ...(['account', 'provider'] as const),
  );
  const givenUp = gauge(
    'deliveries_given_up',
    'Messages that were given up, until an operator retries or drops them.',
    ...(['account', 'provider'] as const),
  );
  return async () => {
    const figures = await store.transaction(readFigures).catch(() => undefined);
    up.set(figures ? 1 : 0);
    for (const one of [holds, left, waiting, failing, givenUp]) one.reset();
    if (!figures) return;
    for (const { account, live } of figures.holds) holds.set({ account }, live);
    for (const row of figures.stock) left.set({ account: row.account, sku: row.sku }, row.left);
    for (const { account, provider, ...of } of figures.deliveries) {
      waiting.set({ account, provider }, of.waiting);
      failing.set({ account, provider }, of.failing);
    }
    for (const { account, provider, messages } of figures.givenUp)
      givenUp.set({ account, provider }, messages);
  };
}
