const prefix = 'rokt_item_reservation_id.';
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The id of a hold as the wire has it. */
export function toItemReservationId(reservationId: string): string {
  return prefix + reservationId;
}

/** The id of a hold as its row has it; undefined for what cannot be one. */
export function toReservationId(itemReservationId: string): string | undefined {
  const id = itemReservationId.startsWith(prefix) ? itemReservationId.slice(prefix.length) : '';
  return guid.test(id) ? id : undefined;
}
