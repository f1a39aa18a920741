import { startService } from '../../../../src/service/index.ts';
import { createPartner } from '../../support/partner.ts';
import { rawFile, type Rows } from '../raw-file.ts';

interface Item {
  readonly success: boolean;
  readonly error?: { readonly code: string; readonly value: unknown };
}

/** A service over a fixture: whoever asks it, and what its holds are called, by their carts. */
export type Served = ReturnType<typeof toServed>;

/** Serves the database while `work` lasts; of its products the parking is still sold. */
export async function serve(file: string, work: (served: Served) => Promise<void>): Promise<void> {
  const holds = rawFile(file).read('SELECT cart_id, cart_item_id, reservation_id FROM hold');
  const cartItem = { name: 'p', currency: 'USD', unitPrice: 35.1 };
  const offers = [{ sku: 'parking', stock: 100, cartItem, minimum: 0, maximum: 9 }];
  const service = await startService({ db: file, catalogue: { placements: [{ placementId: 'p', offers }] } });
  try {
    await work(toServed(service.url, createPartner(service.url, service), holds));
  } finally {
    await service.stop();
  }
}

function toServed(url: string, partner: ReturnType<typeof createPartner>, holds: Rows) {
  const lineOf = (cart: string) => {
    const row = holds.find(({ cart_id }) => cart_id === cart);
    const itemReservationId = `rokt_item_reservation_id.${String(row?.['reservation_id'])}`;
    return { cartItemId: String(row?.['cart_item_id']), itemReservationId };
  };
  const itemOf = (cart: string, quantity: number) => ({ cartItemId: lineOf(cart).cartItemId, quantity });
  return {
    url,
    partner,
    /** The one hold of a cart, as a line names it. */
    lineOf,
    /** The item of that hold, so many of it. */
    itemOf,
    /** Why the hold of a cart cannot be confirmed. */
    async confirmRefused(cart: string) {
      const { body } = await partner.confirm(cart, 'order', [lineOf(cart)]);
      return refusalOf(body.items);
    },
    /** Why the item of a cart's hold cannot be reserved in it again. */
    async reserveRefused(cart: string) {
      const { body } = await partner.reserve(cart, [itemOf(cart, 1)]);
      return refusalOf(body.items);
    },
  };
}

/** Why the first item is refused, and the value of that. */
export function refusalOf([item]: readonly Item[]): unknown[] {
  return [item?.error?.code, item?.error?.value];
}
