import { Deliveries, type DeliveryRefusal, type MessageFilter } from '../deliveries.ts';
import type { ActParts } from './acts.ts';

/** Which messages, and how many of them at most. */
interface Meant {
  readonly filter: MessageFilter;
  readonly limit: number;
}

/** What waits for each receiver, and the oldest messages that are meant. */
export async function listDeliveries(parts: ActParts, { filter, limit }: Meant) {
  const deliveries = new Deliveries(await parts.openStore());
  return { receivers: await deliveries.receivers(), messages: await deliveries.list(filter, limit) };
}

/** What has become of a message that was to be changed; null: it is done. */
export interface ChangedMessage {
  readonly id: string;
  readonly refusal: DeliveryRefusal | null;
}

/** Sends messages at once, or no more: those with `ids`, or where there are none those that are meant. */
export async function changeMessages(
  parts: ActParts,
  { verb, ids, filter, limit }: Meant & { readonly verb: 'retry' | 'drop'; readonly ids: readonly string[] },
): Promise<ChangedMessage[]> {
  const deliveries = new Deliveries(await parts.openStore());
  const meant =
    ids.length > 0 ? ids : (await deliveries.list(filter, limit)).map(({ messageId }) => messageId);
  const changed: ChangedMessage[] = [];
  for (const id of meant) changed.push({ id, refusal: (await deliveries[verb](id)) ?? null });
  parts.deliveriesChanged();
  return changed;
}
