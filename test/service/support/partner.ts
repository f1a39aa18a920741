import assert from 'node:assert/strict';
import type {
  AnyAnswer,
  CancelAnswer,
  ConfirmAnswer,
  ConfirmRequest,
  ReleaseAnswer,
  ReserveAnswer,
  SelectionAnswer,
} from '../../../src/contract/wire.ts';
import type { DevAccount } from '../../../src/service/index.ts';

/** What came back: the status, and the body where there is one. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

type Who = Pick<DevAccount, 'accountId' | 'apiKey' | 'tagId'>;

/** A partner's server and its shop's page, over HTTP. */
export function createPartner(url: string, { accountId, apiKey, tagId }: Who) {
  const post = async <Body>(path: string, body: unknown, headers = {}): Promise<Answer<Body>> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as Body,
    };
  };
  const call = <Body>(path: string, body: unknown, headers = {}) =>
    post<Body>(path, body, {
      'rokt-api-key': apiKey,
      'rokt-tag-id': tagId,
      'rokt-session-id': 'session-1',
      ...headers,
    });
  const partner = {
    call,
    any: (body: object) => call<AnyAnswer>('/v1/placements/any', body),
    /** As the page of an origin on this machine does. */
    select: (body: object = {}) =>
      post<SelectionAnswer>(
        '/v1/selections',
        { accountId, identifier: 'checkout.upsell', ...body },
        { origin: 'http://localhost:3000' },
      ),
    reserve: (cartId: string, items: readonly object[], headers = {}) =>
      call<ReserveAnswer>('/v1/cart/reserve', { cartId, items }, headers),
    confirm: (cartId: string, orderId: string, items: readonly object[], headers = {}) =>
      call<ConfirmAnswer>('/v1/cart/confirm', { cartId, orderId, items }, headers),
    release: (cartId: string, items: readonly object[]) =>
      call<ReleaseAnswer>('/v1/cart/release', { cartId, items }),
    cancel: (itemReservationId: string) =>
      call<CancelAnswer>('/v1/confirmation/cancel', { itemReservationId }),
    /** The id of a fresh impression of a product. */
    async offered(sku: string, body: object = {}): Promise<string> {
      const { status, body: selection } = await partner.select(body);
      assert.equal(status, 200, JSON.stringify(selection));
      const offers = selection.placements.flatMap((placement) => placement.offers);
      const found = offers.find(({ cartItem }) => cartItem.catalogItemId === sku);
      assert.ok(found, `expected an offer of ${sku}`);
      return found.cartItem.cartItemId;
    },
    /** Reserves a fresh impression of a product, and gives what confirm takes. */
    async held(cartId: string, sku: string, quantity = 1): Promise<ConfirmRequest['items'][number]> {
      const cartItemId = await partner.offered(sku);
      const { body } = await partner.reserve(cartId, [{ cartItemId, quantity }]);
      const [item] = body.items;
      assert.ok(item?.success, JSON.stringify(item));
      return { cartItemId, itemReservationId: item.itemReservationId };
    },
  };
  return partner;
}
