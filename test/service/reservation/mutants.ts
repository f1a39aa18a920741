import type { Mutant } from '../../support/mutants/mutant.ts';

/** Faults that shops are known to have had with stock and prices. The property suite has to find each of them. */
export const mutants: readonly Mutant[] = [
  {
    name: 'sell more than there is',
    file: 'service/store/stock.ts',
    find: ' AND (available IS NULL OR available >= $3)',
    replace: '',
  },
  {
    name: 'take the stock of a changed hold twice',
    file: 'service/reservation/stock-moves.ts',
    find: 'const more = quantity - old.quantity;',
    replace: 'const more = quantity;',
  },
  {
    name: 'keep the stock of what was let go',
    file: 'service/reservation/stock-moves.ts',
    find: 'if (await endHold(tx, hold, state, now)) await returnStock(tx, hold.accountId, hold.sku, hold.quantity);',
    replace: 'await endHold(tx, hold, state, now);',
  },
  {
    name: 'never look for holds that are over',
    file: 'service/reservation/stock-moves.ts',
    find: 'if ((await expireDue(tx, asker, sku)) === 0) return false;',
    replace: 'return false;',
  },
  {
    name: 'expire holds that live',
    file: 'service/store/hold-ends.ts',
    find: "AND state = 'held' AND expires_at <= $3\n      ORDER",
    replace: "AND state = 'held' AND expires_at > $3 - 1\n      ORDER",
  },
  {
    name: 'confirm what is over',
    file: 'service/reservation/confirm-line.ts',
    find: '!isLive(hold, now) || ',
    replace: '',
  },
  {
    name: 'hold for one millisecond more',
    file: 'service/reservation/holding.ts',
    find: 'now < hold.expiresAt',
    replace: 'now <= hold.expiresAt',
  },
  {
    name: 'renew a hold when it is asked for again',
    file: 'service/reservation/reserve.ts',
    find: 'if (live?.quantity === Number(item.quantity)) return { ok: true, hold: live };',
    replace: '',
  },
  {
    name: 'hold at the price of the selection',
    file: 'service/reservation/reserve.ts',
    find: 'fixed?.unitPrice ?? product.unitPrice',
    replace: 'fixed?.unitPrice ?? offered.unitPrice',
  },
  {
    name: "tell the provider today's price",
    file: 'service/reservation/confirm-line.ts',
    find: 'const sale = toSaleAt(context, hold, orderId);\n  await confirmHold',
    replace:
      'const sale = { ...toSaleAt(context, hold, orderId), unitPrice: context.catalogue.product(hold.sku)?.unitPrice ?? 0 };\n  await confirmHold',
  },
  {
    name: 'charge any price',
    file: 'service/reservation/terms.ts',
    find: 'return isSamePrice ? undefined',
    replace: 'return isSamePrice || unitPrice >= 0 ? undefined',
  },
  {
    name: 'sell beside the hold that there is',
    file: 'service/reservation/confirm-line.ts',
    find: "(current.state === 'confirmed' || isLive(current, now))",
    replace: "current.state === 'confirmed'",
  },
  {
    name: 'sell a cancelled item again to the same order',
    file: 'service/reservation/confirm-line.ts',
    find: "if (isUndone) return refused('already-cancelled', {});",
    replace: '',
  },
  {
    name: 'confirm in another cart',
    file: 'service/reservation/holding.ts',
    find: 'hold.cartId === cartId && ',
    replace: '',
  },
  {
    name: "touch another account's holds",
    file: 'service/store/holds.ts',
    find: 'WHERE reservation_id = $2 AND account_id = $1',
    replace: 'WHERE reservation_id = $2 AND $1 IS NOT NULL',
  },
  {
    name: "sell another account's offers",
    file: 'service/store/offered-items.ts',
    find: 'FROM offered_item WHERE account_id = $1',
    replace: 'FROM offered_item WHERE $1 IS NOT NULL',
  },
  {
    name: 'put stock back each time a sale is cancelled',
    file: 'service/reservation/cancel.ts',
    find: 'if (await cancelHold(tx, sale.reservationId, now)) {',
    replace: 'await cancelHold(tx, sale.reservationId, now); {',
  },
  {
    name: 'keep a cancellation from the provider',
    file: 'service/reservation/cancel.ts',
    find: "await tellProvider(tx, context, 'item.cancelled', sale);",
    replace: '',
  },
  {
    name: 'do a call again under its key',
    file: 'service/idempotency/idempotent-calls.ts',
    find: 'if (kept) return { sessionId: kept.sessionId, text: kept.text, now };',
    replace: '',
  },
  {
    name: 'offer for ever',
    file: 'service/reservation/holding.ts',
    find: 'if (now < offered.createdAt + DAY) return true;',
    replace: 'if (now >= offered.createdAt) return true;',
  },
];
