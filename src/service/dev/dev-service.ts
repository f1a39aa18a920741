import type { WebhookBody } from '../../contract/wire.ts';
import { storeClock } from '../clock.ts';
import type { AppOptions } from '../app.ts';
import { createService, type Place, type ServiceParts, type UpsellService } from '../create-service.ts';
import { deliver } from '../fulfilment/deliver.ts';
import type { Store } from '../store/store.ts';
import { CallsUnderWay } from './calls-under-way.ts';
import { Changes } from './changes.ts';
import { createCharges } from './charges.ts';
import type { DevAccount, DevAccountOptions } from './dev-account.ts';
import { DevAccounts, type DevTools } from './dev-accounts.ts';
import { addConsolePage } from './console/console-routes.ts';
import { createDevClock } from './dev-clock.ts';
import { addDevHooks } from './dev-hooks.ts';
import { addDevRoutes } from './dev-routes.ts';
import { createExplainer } from './explain-call.ts';
import { createFaults } from './faults.ts';
import { FIRST_ACCOUNT } from './first-account.ts';
import { createInbox } from './inbox.ts';
import { isLoopback } from './loopback.ts';
import { createLostReplies } from './lost-replies.ts';
import { refuseForeignHosts } from './own-hosts.ts';
import { createRequestLog, type LoggedRequest } from './request-log.ts';
import { testItem, testItems } from './test-items.ts';

/** What a service for development can be told; all of it has a default. */
export interface DevOptions
  extends Place, AppOptions, Pick<ServiceParts, 'report' | 'publicUrl' | 'keptFor' | 'metrics' | 'manners'> {
  readonly webhookAllow?: Iterable<string>;
  /** What the first account sells; the demo catalogue without. */
  readonly catalogue?: unknown;
  /** What `/_dev` asks for; without one it is not there. */
  readonly token?: string;
  /** Is told each call as it ends; of one that no account has made, too. */
  readonly print?: (accountId: string | undefined, entry: LoggedRequest) => void;
}

/** A service for one's own tests: no limits, accounts on demand, clocks and faults to play with. */
export interface DevService {
  readonly url: string;
  /** What it is made of. */
  readonly service: UpsellService;
  /** Where the metrics listen, where they have a port of their own. */
  readonly metricsUrl: string | undefined;
  /** The account that is there from the start. */
  readonly first: DevAccount;
  /** A fresh account of its own. */
  account(options?: DevAccountOptions): Promise<DevAccount>;
  /** Takes nothing new, and resolves once what is under way is done. */
  close(): Promise<void>;
}

/**
 * Has a service for development listen.
 *
 * @throws {CatalogueError} that names each fault of a catalogue
 */
export async function startDevService(store: Store, options: DevOptions = {}): Promise<DevService> {
  const { token, print = () => undefined, catalogue, host, port, webhookAllow, ...parts } = options;
  const allowed = new Set(webhookAllow);
  const tools = {
    clock: createDevClock(storeClock),
    faults: createFaults(),
    log: createRequestLog(),
    inbox: createInbox(),
    charges: createCharges(),
    underWay: new CallsUnderWay(),
  };
  const service = createService({
    ...parts,
    store,
    clock: tools.clock,
    webhookAllow: allowed,
    rateLimits: false,
    allowsOrigin: isLoopback,
    testItem: (step, sku, accountId) =>
      tools.faults.outcomeOf(accountId, step) ?? testItem(step, sku, accountId),
    async deliver(message, target) {
      const { data } = JSON.parse(message.body) as WebhookBody;
      if (!testItems.get(data.catalogItemId)?.isProviderDown) return deliver(message, target, { allowed });
      return { outcome: 'failed', error: 'a test item: its provider is down', isUnsent: true };
    },
  });
  const accounts = new DevAccounts(service, tools);
  refuseForeignHosts(service.app, [host, hostOf(parts.publicUrl)]);
  addDevParts(service, tools, accounts, { token, print });
  const place = { ...(host === undefined ? {} : { host }), ...(port === undefined ? {} : { port }) };
  const url = await service.listen(place);
  // The demo provider is the service itself, whose address is known by now.
  allowed.add(url);
  try {
    const first = await accounts.open(FIRST_ACCOUNT, catalogue);
    const { metricsUrl } = service;
    return {
      ...{ url, service },
      metricsUrl,
      first,
      account: (asked) => accounts.openNew(asked),
      async close() {
        // What is on its way to the demo provider is on its way to this service.
        await service.outbox.stop();
        await service.close();
      },
    };
  } catch (error) {
    await service.close();
    throw error;
  }
}

/** What only a service for development has: faults on its calls, the log of them, a provider of its own, and `/_dev`. */
function addDevParts(
  service: UpsellService,
  tools: DevTools,
  accounts: DevAccounts,
  { token, print }: { readonly token: string | undefined } & Required<Pick<DevOptions, 'print'>>,
): void {
  const { app, store } = service;
  const changes = new Changes();
  addDevHooks(app, {
    ...tools,
    print(accountId, entry) {
      print(accountId, entry);
      if (accountId !== undefined) changes.tell(accountId);
    },
    isReplyLost: createLostReplies(store),
    explain: createExplainer(service),
  });
  tools.inbox.takeAt(app);
  if (token === undefined) return;
  addDevRoutes(app, token, accounts, { ...tools, changes });
  addConsolePage(app);
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).host;
}
