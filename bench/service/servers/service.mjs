import { buildCatalogue } from '../../../src/service/catalogue/account-catalogue.ts';
import { toCatalogueFile } from '../../../src/service/catalogue/check-catalogue.ts';
import { createService } from '../../../src/service/create-service.ts';
import { loadMetrics } from '../../../src/service/metrics/load-metrics.ts';
import { openStore } from '../../../src/service/store/open-store.ts';
import { addAccountTo, COUNTED, LOOP_DELAY_LIMIT } from './account.mjs';
import { answerParent } from './answer-parent.mjs';
import { preparations } from './preparations.mjs';

/**
 * The service on a database, as `rokt-upsell serve` has it, but for its log unless asked for: rate limits count and never refuse.
 *
 * @type {{ db: string, catalogue: unknown, webhookAllow?: string[], webhookTimeout?: number, isLogged?: boolean }}
 */
const {
  db,
  catalogue,
  webhookAllow = [],
  webhookTimeout,
  isLogged = false,
} = JSON.parse(process.argv[2] ?? '{}');
const store = await openStore(db);
await addAccountTo(store);
const service = createService({
  store,
  rateLimits: COUNTED,
  loopDelayLimit: LOOP_DELAY_LIMIT,
  webhookAllow: new Set(webhookAllow),
  ...(webhookTimeout === undefined ? {} : { webhookTimeout }),
  logger: isLogged && { level: 'info' },
  metrics: isLogged ? await loadMetrics({ place: { host: '127.0.0.1', port: 0 } }) : undefined,
  report: () => undefined,
});
await service.catalogues.apply(buildCatalogue(toCatalogueFile(catalogue)));
const url = await service.listen();
answerParent({ url: () => url, ...preparations(store) });
