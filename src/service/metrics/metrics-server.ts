import { fastify, type FastifyInstance } from 'fastify';
import { askForToken } from '../http/bearer.ts';
import { answerErrors } from '../http/error-answers.ts';
import { endSilent, noteOpen } from '../http/open-connections.ts';
import { urlOf } from '../http/url-of.ts';
import type { MetricsOptions } from './load-metrics.ts';
import type { Metrics } from './metrics.ts';

/** Where the metrics are shown. */
export interface MetricsServer {
  /** `http://host:port` of their own port while it listens. */
  readonly url: string | undefined;
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** Shows the metrics at `/metrics`: on a port of their own where there is to be one, else beside the calls of `app`. */
export function createMetricsServer(
  app: FastifyInstance,
  metrics: Metrics | undefined,
  { token, place }: MetricsOptions = {},
): MetricsServer {
  if (!metrics) return { url: undefined, listen: async () => undefined, close: async () => undefined };
  metrics.countRequests(app);
  const own = place && fastify();
  if (own) answerErrors(own);
  const open = own && noteOpen(own.server);
  addMetricsRoute(own ?? app, metrics, token);
  return {
    get url() {
      return own?.server.listening ? urlOf(own.server) : undefined;
    },
    async listen() {
      await own?.listen(place);
    },
    async close() {
      const closed = own?.close();
      if (open) endSilent(open);
      await closed;
    },
  };
}

function addMetricsRoute(app: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  void app.register(async (shown) => {
    if (token !== undefined) askForToken(shown, token);
    shown.get('/metrics', async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.text()),
    );
  });
}
