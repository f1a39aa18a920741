import { randomBytes } from 'node:crypto';
import { hashKey } from '../accounts/keys.ts';
import { buildCatalogue } from '../catalogue/account-catalogue.ts';
import type { CatalogueFile, Provider } from '../catalogue/catalogue-file.ts';
import { toCatalogueFile } from '../catalogue/check-catalogue.ts';
import type { UpsellService } from '../create-service.ts';
import { accountRows, deleteAccountRows } from '../store/account-rows.ts';
import { addAccount, addKey, addTag } from '../store/accounts.ts';
import { demoCatalogue } from './demo-catalogue.ts';
import type { CallsUnderWay } from './calls-under-way.ts';
import type { Charges } from './charges.ts';
import type { DevAccount, DevAccountOptions } from './dev-account.ts';
import type { DevClock } from './dev-clock.ts';
import type { Faults } from './faults.ts';
import type { Inbox } from './inbox.ts';
import { toEvidence } from './report/evidence.ts';
import { buildReport } from './report/report.ts';
import type { RequestLog } from './request-log.ts';

/** What a developer's accounts are made of. */
export interface DevTools {
  readonly clock: DevClock;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly inbox: Inbox;
  readonly charges: Charges;
  readonly underWay: CallsUnderWay;
}

type Credentials = Pick<DevAccount, 'accountId' | 'apiKey' | 'tagId'>;

/** The accounts of a service for development, made on demand once it listens. */
export class DevAccounts {
  readonly #service: UpsellService;
  readonly #tools: DevTools;
  readonly #accounts = new Map<string, DevAccount>();

  constructor(service: UpsellService, tools: DevTools) {
    this.#service = service;
    this.#tools = tools;
  }

  /** An account that was opened before. */
  find(accountId: string): DevAccount | undefined {
    return this.#accounts.get(accountId);
  }

  /** The ids of all that were opened. */
  ids(): string[] {
    return [...this.#accounts.keys()];
  }

  /** A fresh account of its own. */
  openNew({ catalogue, keepsMessages }: DevAccountOptions = {}): Promise<DevAccount> {
    const id = randomBytes(6).toString('hex');
    const apiKey = `key-${randomBytes(16).toString('hex')}`;
    return this.open({ accountId: `dev-${id}`, apiKey, tagId: `tag-${id}` }, catalogue, keepsMessages);
  }

  /**
   * The account of these credentials, made if there is none.
   *
   * @throws {CatalogueError} that names each fault of the catalogue
   */
  async open(who: Credentials, catalogue: unknown, keepsMessages = false): Promise<DevAccount> {
    const { store, catalogues, accounts, url } = this.#service;
    const { accountId } = who;
    const own = this.#tools.inbox.providerAt(url);
    const file =
      catalogue === undefined
        ? demoCatalogue(accountId, own)
        : toCatalogueFile({ ...(catalogue as object), accountId });
    const sold = buildCatalogue(keepsMessages ? withProvider(file, own) : file);
    await store.transaction(async (tx) => {
      await addAccount(tx, accountId);
      await addKey(tx, accountId, hashKey(who.apiKey));
      await addTag(tx, accountId, who.tagId);
    });
    await catalogues.apply(sold);
    accounts.forget();
    const account = { ...who, ...this.#handles(accountId, () => catalogues.apply(sold)) };
    this.#accounts.set(accountId, account);
    return account;
  }

  #handles(accountId: string, restock: () => Promise<unknown>): Omit<DevAccount, keyof Credentials> {
    const { store, outbox, sweeper } = this.#service;
    const { clock, faults, log, inbox, charges, underWay } = this.#tools;
    const now = () => store.transaction((tx) => clock.now(tx, accountId));
    const state = () => store.transaction((tx) => accountRows(tx, accountId));
    return {
      clock: {
        now,
        freeze: async (at) => clock.set(accountId, { kind: 'frozen', at: at ?? (await now()) }),
        async advance(ms) {
          clock.advance(accountId, ms);
          await sweeper.sweep();
          await outbox.settled();
        },
        reset: async () => clock.set(accountId, { kind: 'offset', ms: 0 }),
      },
      faults: {
        add: (fault) => faults.add(accountId, fault),
        clear: () => faults.clear(accountId),
        list: () => faults.of(accountId),
        hits: () => faults.hitsOf(accountId),
      },
      async received() {
        await outbox.settled();
        return inbox.of(accountId);
      },
      async settled() {
        await underWay.settled(accountId);
        await outbox.settled();
      },
      requests: () => log.of(accountId),
      state,
      charged: (charge) => charges.set(accountId, charge),
      async report() {
        const rows = await state();
        const calls = log.of(accountId);
        const known = { calls, forgotten: log.forgottenOf(accountId), charges: charges.of(accountId) };
        return buildReport(accountId, toEvidence(known, rows, await now()));
      },
      async reset() {
        await outbox.settled();
        await store.transaction((tx) => deleteAccountRows(tx, accountId));
        await restock();
        clock.set(accountId, { kind: 'offset', ms: 0 });
        for (const memory of [faults, log, inbox, charges]) memory.clear(accountId);
      },
    };
  }
}

/** The catalogue with one provider in the place of each that it names. */
function withProvider(file: CatalogueFile, provider: Provider): CatalogueFile {
  const names = Object.keys(file.providers ?? {});
  return { ...file, providers: Object.fromEntries(names.map((name) => [name, provider])) };
}
