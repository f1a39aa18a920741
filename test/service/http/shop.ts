import type { TestContext } from 'node:test';
import type { Operations, SelectionAnswer } from '../../../src/contract/wire.ts';
import { hashKey } from '../../../src/service/accounts/keys.ts';
import { buildCatalogue } from '../../../src/service/catalogue/account-catalogue.ts';
import type { CatalogueFile } from '../../../src/service/catalogue/catalogue-file.ts';
import { toCatalogueFile } from '../../../src/service/catalogue/check-catalogue.ts';
import { createService, type ServiceParts } from '../../../src/service/create-service.ts';
import { addAccount, addKey, addOrigin, addTag } from '../../../src/service/store/accounts.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { makeBriefDatabase, type TestDatabase } from '../support/database.ts';
import { shopCatalogue } from './shop-catalogue.ts';

export const ORIGIN = 'https://shop.example';
export const SESSION = 'ca75f48-ebbd-4d8e-83c3-fdd70893294d';

type Path = Operations[keyof Operations]['path'];
type AnswerOf<P extends Path> = Extract<Operations[keyof Operations], { path: P }>['answer'];

/** An answer as it came. */
export interface Response<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export interface ShopOptions extends Partial<Omit<ServiceParts, 'store' | 'deliver'>> {
  readonly catalogue?: CatalogueFile;
  /** One that goes with the service unless told. */
  readonly database?: TestDatabase;
}

/** A service that listens, with the account 222 of the official samples and another one, 333. */
export async function openShop(t: Pick<TestContext, 'after'>, options: ShopOptions = {}) {
  const { catalogue = shopCatalogue, database = await makeBriefDatabase(), ...rest } = options;
  const clock = { at: Date.parse('2031-12-12T10:00:00Z') };
  const store = await database.open(() => clock.at);
  await addAccounts(store);
  const service = createService({ rateLimits: false, deliver: tellNobody, ...rest, store });
  const { app, catalogues, accounts } = service;
  const sell = async (shown: unknown) => catalogues.apply(buildCatalogue(toCatalogueFile(shown)));
  await sell(catalogue);
  const url = judged(await service.listen());
  t.after(async () => {
    await service.close();
    await store.close();
  });

  const { send, call, select } = callsTo(url);
  return {
    url,
    app,
    store,
    catalogues,
    sell,
    forgetAccounts: () => accounts.forget(),
    send,
    call,
    select,
    /** Lets the account's time go on, by ms. */
    pass(ms: number): void {
      clock.at += ms;
    },
    now: () => clock.at,
    /** The `cartItemId` of a new impression of a product. */
    async offered(sku: string, body: object = {}): Promise<string> {
      const { placements } = await select(body);
      const offers = placements.flatMap((placement) => placement.offers);
      const found = offers.find(({ cartItem }) => cartItem.catalogItemId === sku);
      if (!found) throw new Error(`${sku} is not offered`);
      return found.cartItem.cartItemId;
    },
    /** How many of a product can be taken. */
    async available(sku: string): Promise<number | null | undefined> {
      const sql = `SELECT available FROM stock WHERE account_id = '222' AND sku = $1`;
      const rows = await store.transaction((tx) => tx.all<{ available: number | null }>(sql, sku));
      return rows[0]?.available;
    },
    /** The types of the messages that providers are to be told, in order. */
    async told(): Promise<string[]> {
      const sql = 'SELECT type FROM outbox ORDER BY message_id';
      return (await store.transaction((tx) => tx.all<{ type: string }>(sql))).map(({ type }) => type);
    },
  };
}

/** Where it is asked: through whoever judges its answers, if somebody does. */
function judged(url: string): string {
  const judge = process.env['ROKT_UPSELL_JUDGE'];
  return judge ? `${judge}/${new URL(url).port}` : url;
}

/** Providers of these catalogues are not there. */
const tellNobody: NonNullable<ServiceParts['deliver']> = async () => ({
  outcome: 'failed',
  error: 'there is nobody',
});

async function addAccounts(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    for (const [accountId, key, tagId] of [
      ['222', 'skeletonkey', '253_439d21r21r21321'],
      ['333', 'otherkey', '333_tag'],
    ] as const) {
      await addAccount(tx, accountId);
      await addKey(tx, accountId, hashKey(key));
      await addTag(tx, accountId, tagId);
      await addOrigin(tx, accountId, ORIGIN);
    }
  });
}

/** What partners and pages ask of the service at `url`. */
function callsTo(url: string) {
  /** A request as it is. */
  const send = async (path: string, body: unknown, headers: Record<string, string>): Promise<Response> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const answer = { status: response.status, headers: response.headers, text };
    return { ...answer, body: isJson ? (JSON.parse(text) as unknown) : undefined };
  };
  /** A call of the partner's server. */
  const call = async <P extends Path>(path: P, body: unknown, headers: Record<string, string> = {}) =>
    (await send(path, body, { ...partnerHeaders, ...headers })) as Response<AnswerOf<P>>;
  /** A selection, as a page makes it. */
  const select = async (
    body: object = {},
    headers: Record<string, string> = {},
  ): Promise<SelectionAnswer> => {
    const asked = { accountId: '222', attributes: {}, ...body };
    const answer = await send('/v1/selections', asked, { origin: ORIGIN, ...headers });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as SelectionAnswer;
  };
  return { send, call, select };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** What the server of the account 222 sends. */
export const partnerHeaders = {
  'rokt-api-key': 'skeletonkey',
  'rokt-tag-id': '253_439d21r21r21321',
  'rokt-session-id': SESSION,
};

/** What the server of the account 333 sends. */
export const otherPartner = { 'rokt-api-key': 'otherkey', 'rokt-tag-id': '333_tag' };
