import {
  dropMessage,
  isSaleCancelled,
  isSaleUntold,
  type KeptMessage,
  listMessages,
  lockMessage,
  type MessageFilter,
  type MessageState,
  type ReceiverSum,
  renewMessage,
  sumReceivers,
} from './store/kept-messages.ts';
import { keepHealth } from './store/receivers.ts';
import type { Store, Transaction } from './store/store.ts';

export type { KeptMessage, MessageFilter, MessageState, ReceiverSum };

/** Why a message is left as it is. `sale-cancelled`: it would tell a sale that is none any more. `sale-untold`: it would cancel one of which its provider has never heard. */
export type DeliveryRefusal =
  'unknown-message' | 'already-delivered' | 'already-dropped' | 'sale-cancelled' | 'sale-untold';

/** What has become of an operator's wish; undefined: it is done. */
export type DeliveryAnswer = DeliveryRefusal | undefined;

/** What an operator can do with the messages to providers. */
export class Deliveries {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The oldest `limit` messages that `filter` takes. */
  list(filter: MessageFilter, limit: number): Promise<KeptMessage[]> {
    return this.#store.transaction((tx) => listMessages(tx, filter, limit));
  }

  /** Every receiver for which something waits, or was given up. */
  receivers(): Promise<ReceiverSum[]> {
    return this.#store.transaction((tx) => sumReceivers(tx));
  }

  /** Has a message sent at once, with all its attempts before it; its receiver is asked again, too. */
  retry(messageId: string): Promise<DeliveryAnswer> {
    return this.#store.transaction(async (tx) => {
      const found = await lockMessage(tx, messageId);
      if (!found) return 'unknown-message';
      const { message, health } = found;
      const refusal = await refusalOf(tx, message);
      if (refusal) return refusal;
      await renewMessage(tx, messageId, await tx.now());
      if (health) await keepHealth(tx, message, { ...health, resumeAt: 0 });
      return undefined;
    });
  }

  /** Sends a message no more. */
  drop(messageId: string): Promise<DeliveryAnswer> {
    return this.#store.transaction(async (tx) => {
      const found = await lockMessage(tx, messageId);
      if (!found) return 'unknown-message';
      const { state } = found.message;
      if (state === 'delivered') return 'already-delivered';
      if (state === 'dropped') return 'already-dropped';
      await dropMessage(tx, messageId, await tx.now());
      return undefined;
    });
  }
}

/** Why a message is not sent again. */
async function refusalOf(tx: Transaction, message: KeptMessage): Promise<DeliveryAnswer> {
  if (message.state === 'delivered') return 'already-delivered';
  if (message.type === 'item.confirmed')
    return (await isSaleCancelled(tx, message)) ? 'sale-cancelled' : undefined;
  return (await isSaleUntold(tx, message)) ? 'sale-untold' : undefined;
}
