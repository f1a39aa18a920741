import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { WebhookBody } from '../../contract/wire.ts';
import { type AccountCatalogue, buildCatalogue } from '../catalogue/account-catalogue.ts';
import { toCatalogueFile } from '../catalogue/check-catalogue.ts';
import { hashKey } from '../accounts/keys.ts';
import { storeClock } from '../clock.ts';
import { type RunOptions, type RunningService, runService } from '../running-service.ts';
import { accountRows, deleteAccountRows } from '../store/account-rows.ts';
import { addAccount, addKey, addTag } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import type { DevAccount, DevAccountOptions } from './dev-account.ts';
import { createDevClock, type DevClock } from './dev-clock.ts';
import { addDevHooks } from './dev-hooks.ts';
import { demoCatalogue, testItems } from './demo-catalogue.ts';
import { createFaults, type Faults } from './faults.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { isLoopback } from './loopback.ts';
import { createLostReplies } from './lost-replies.ts';
import { createRequestLog, type LoggedRequest, type RequestLog } from './request-log.ts';

/** The account of seed samples: what `--dev` starts with. */
export const FIRST_ACCOUNT = {
  accountId: '222',
  apiKey: 'skeletonkey',
  tagId: '253_439d21r21r21321',
} as const;

/** What a service for development can be told; all of it has a default. */
export interface DevOptions extends Pick<RunOptions, 'host' | 'port' | 'report' | 'trustProxy'> {
  readonly webhookAllow?: Iterable<string>;
  /** Adds to the app before it listens. */
  readonly extend?: (app: FastifyInstance) => void;
  /** What the first account sells; the demo catalogue without. */
  readonly catalogue?: unknown;
  /** Is told each call as it ends; of one that no account has made, too. */
  readonly print?: (accountId: string | undefined, entry: LoggedRequest) => void;
}

/** A service for one's own tests: no limits, accounts on demand, clocks and faults to play with. */
export interface DevService {
  readonly url: string;
  /** The account that is there from the start. */
  readonly first: DevAccount;
  /** A fresh account of its own. */
  account(options?: DevAccountOptions): Promise<DevAccount>;
  /** An account that was made before. */
  find(accountId: string): DevAccount | undefined;
  close(): Promise<void>;
}

interface Parts {
  readonly running: RunningService;
  readonly clock: DevClock;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly inbox: Inbox;
}

/**
 * Runs a service for development over `store`, which it closes at its end.
 *
 * @throws {CatalogueError} that names each fault of a catalogue
 */
export async function runDevService(store: Store, options: DevOptions = {}): Promise<DevService> {
  const clock = createDevClock(storeClock);
  const faults = createFaults();
  const log = createRequestLog();
  const inbox = createInbox();
  const allowed = new Set(options.webhookAllow);
  const print = options.print ?? (() => undefined);
  const fixedOf = (accountId: string, sku: string) => running.catalogues.of(accountId).item(sku)?.fixed;
  const running: RunningService = await runService(store, {
    ...options,
    webhookAllow: allowed,
    clock,
    rateLimits: false,
    allowsOrigin: isLoopback,
    extend(app) {
      addDevHooks(app, { faults, log, print, isReplyLost: createLostReplies(store, fixedOf) });
      inbox.listen(app);
      options.extend?.(app);
    },
    async send({ body }, _target, usual) {
      const { data } = JSON.parse(body) as WebhookBody;
      if (!fixedOf(data.accountId, data.catalogItemId)?.providerDown) return usual();
      return { outcome: 'failed', error: 'a test item: its provider is down' };
    },
  });
  // The demo provider is the service itself, whose address is known by now.
  allowed.add(running.url);
  const parts: Parts = { running, clock, faults, log, inbox };
  const accounts = new Map<string, DevAccount>();
  const open = async (who: Credentials, catalogue: unknown) => {
    const account = await openAccount(parts, who, catalogue);
    accounts.set(account.accountId, account);
    return account;
  };
  try {
    return {
      url: running.url,
      first: await open(FIRST_ACCOUNT, options.catalogue),
      account: ({ catalogue } = {}) => open(newCredentials(), catalogue),
      find: (accountId) => accounts.get(accountId),
      close: () => running.close(),
    };
  } catch (error) {
    await running.close();
    throw error;
  }
}

type Credentials = Pick<DevAccount, 'accountId' | 'apiKey' | 'tagId'>;

function newCredentials(): Credentials {
  const id = randomBytes(6).toString('hex');
  return { accountId: `dev-${id}`, apiKey: `key-${randomBytes(16).toString('hex')}`, tagId: `tag-${id}` };
}

async function openAccount(parts: Parts, who: Credentials, catalogue: unknown): Promise<DevAccount> {
  const { running, clock, faults, log, inbox } = parts;
  const { store, catalogues, accounts, outbox, sweeper } = running;
  const { accountId } = who;
  const sold = toCatalogue(accountId, catalogue, inbox.providerAt(running.url));
  await store.transaction(async (tx) => {
    await addAccount(tx, accountId);
    await addKey(tx, accountId, hashKey(who.apiKey));
    await addTag(tx, accountId, who.tagId);
  });
  await catalogues.apply(store, sold);
  accounts.forget();
  const now = () => store.transaction((tx) => clock.now(tx, accountId));
  const settle = async () => {
    await sweeper.sweep();
    await outbox.settled();
  };
  return {
    ...who,
    clock: {
      now,
      freeze: async (at) => clock.set(accountId, { kind: 'frozen', at: at ?? (await now()) }),
      async advance(ms) {
        clock.advance(accountId, ms);
        await settle();
      },
      reset: async () => clock.set(accountId, { kind: 'offset', ms: 0 }),
    },
    faults: {
      add: (fault) => faults.add(accountId, fault),
      clear: () => faults.clear(accountId),
      list: () => faults.of(accountId),
    },
    async received() {
      await outbox.settled();
      return inbox.of(accountId);
    },
    requests: () => log.of(accountId),
    state: () => store.transaction((tx) => accountRows(tx, accountId)),
    async reset() {
      await outbox.settled();
      await store.transaction((tx) => deleteAccountRows(tx, accountId));
      await catalogues.apply(store, sold);
      clock.set(accountId, { kind: 'offset', ms: 0 });
      for (const memory of [faults, log, inbox]) memory.clear(accountId);
    },
  };
}

function toCatalogue(
  accountId: string,
  catalogue: unknown,
  provider: ReturnType<Inbox['providerAt']>,
): AccountCatalogue {
  if (catalogue === undefined) return buildCatalogue(demoCatalogue(accountId, provider), testItems);
  const file = toCatalogueFile({ ...(catalogue as object), accountId });
  return buildCatalogue(file, testItems);
}
