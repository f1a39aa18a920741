import type { Store } from '../../../src/service/store/store.ts';
import { AFTER, type Item } from './item.ts';

interface HoldRow {
  readonly id: string;
  readonly item: string;
  readonly quantity: number;
  readonly state: string;
  readonly confirmation: string | null;
}

/** The items of which an acknowledged change is not in the raw rows, and those that were held or sold more than once. */
export async function checkItems(store: Store, items: readonly Item[]) {
  const rows = await store.transaction((tx) =>
    tx.all<HoldRow>(
      `SELECT reservation_id AS id, cart_item_id AS item, quantity, state, confirmation_id AS confirmation FROM hold`,
    ),
  );
  const holds = new Map<string, HoldRow[]>();
  for (const row of rows) holds.set(row.item, [...(holds.get(row.item) ?? []), row]);
  const ofItem = ({ cartItemId }: Item) => holds.get(cartItemId) ?? [];
  return {
    lost: items.filter((item) => isLost(item, ofItem(item))),
    twice: items.filter((item) => ofItem(item).length > 1),
  };
}

/** What was asked and not answered may have been done. */
function isLost({ itemReservationId, itemConfirmationId, quantity, state, asked }: Item, rows: HoldRow[]) {
  if (itemReservationId === undefined) return false;
  const row = rows.find(({ id }) => itemReservationId.endsWith(`.${id}`));
  if (row?.quantity !== quantity) return true;
  const isSold = itemConfirmationId === undefined || itemConfirmationId === row.confirmation;
  return !isSold || (row.state !== state && row.state !== (asked && AFTER[asked]));
}
