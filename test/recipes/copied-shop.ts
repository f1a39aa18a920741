import { after, before } from 'node:test';
import type { ReservedItem, UnreservedItem } from '../../src/client/index.ts';
import { type DevAccount, type StartedService, startService } from '../../src/service/index.ts';
import { createPartner } from '../service/support/partner.ts';
import { createPayments, type Payments } from './payments.ts';
import { importSample, writeSamples } from './page-samples.ts';

interface Cart {
  readonly id: string;
  readonly orderId: string;
  readonly total: number;
  readonly currency: string;
}
interface Outcome {
  readonly state: 'ask' | 'done' | 'unfinished';
  readonly dearer: readonly ReservedItem[];
  readonly upsells: string;
  readonly bought: readonly unknown[];
  readonly refunded: readonly ReservedItem[];
  readonly refused: readonly UnreservedItem[];
  readonly reservation: object;
  readonly payment: string;
}
interface CheckOut {
  checkOut(form: FormData, cart: Cart, payments: Payments): Promise<Outcome>;
  finish(cart: Cart, reservation: object, payment: string, payments: Payments): Promise<Outcome>;
}
type SessionToShow = (request: object, cart: object) => Promise<string | null>;
type HoldFor = (
  cart: Cart,
  selected: object,
) => Promise<{ readonly held: readonly ReservedItem[]; readonly left: number }>;
type Cancel = (item: unknown, payment: string, payments: Payments) => Promise<void>;

/** What one costs, and two in minor units. */
export const SOLD = {
  USD: { unitPrice: 35.1, two: 7_020 },
  JPY: { unitPrice: 500, two: 1_000 },
  KWD: { unitPrice: 1.234, two: 2_468 },
};
/** What the shop sells in. */
export type Currency = keyof typeof SOLD;

function catalogue(currency: Currency) {
  const { unitPrice } = SOLD[currency];
  const offers = ['parking', 'test-sold-out', 'test-dearer', 'test-confirm-refused'].map((sku) => ({
    sku,
    stock: 10,
    locales: ['en'],
    cartItem: { name: sku, currency, unitPrice: sku === 'test-dearer' ? 1 : unitPrice },
    minimum: 0,
    maximum: 9,
  }));
  const targeting = { pageIdentifiers: ['checkout.upsell'] };
  return { placements: [{ placementId: 'all', targeting, offers }] };
}

let service: StartedService;
before(async () => {
  service = await startService();
});
after(() => service.stop());

/** A shop that has copied the samples, with an account and a cart of its own. */
export async function openShop(currency: Currency = 'USD', baseUrl = service.url) {
  const account: DevAccount = await service.account({ catalogue: catalogue(currency) });
  const { apiKey, tagId } = account;
  Object.assign(process.env, { ROKT_API_KEY: apiKey, ROKT_TAG_ID: tagId, ROKT_BASE_URL: baseUrl });
  const { folder } = writeSamples('transaction-client.md');
  const { checkOut, finish } = await importSample<CheckOut>(folder, 'check-out.js');
  const { sessionToShow } = await importSample<{ sessionToShow: SessionToShow }>(folder, 'upsell-page.js');
  const { cancel } = await importSample<{ cancel: Cancel }>(folder, 'cancel.js');
  const { holdFor } = await importSample<{ holdFor: HoldFor }>(folder, 'hold-for.js');
  const cart: Cart = { id: 'cart-1', orderId: 'order-1', total: 10_000, currency };
  const payments = createPayments();
  const partner = createPartner(service.url, account);
  /** The form as the element has filled it: two of each product, at the price that was shown. */
  const formWith = async (...skus: string[]): Promise<FormData> => {
    const { body, headers } = await partner.select();
    const offers = body.placements.flatMap((placement) => placement.offers);
    const items = offers
      .filter(({ cartItem }) => skus.includes(cartItem.catalogItemId))
      .map(({ cartItem: { cartItemId, unitPrice } }) => ({
        ...{ cartItemId, quantity: 2, unitPrice, currency, servedBy: 'offers' },
      }));
    const form = new FormData();
    form.set('upsells', JSON.stringify({ sessionId: headers.get('rokt-session-id'), items }));
    return form;
  };
  const states = async () => (await account.state()).holds.map((hold) => hold['state']);
  return { account, cart, payments, formWith, states, checkOut, finish, sessionToShow, holdFor, cancel };
}
