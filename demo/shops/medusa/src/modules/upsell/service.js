import { MedusaService } from '@medusajs/framework/utils';
import { createTransactionClient } from 'rokt-upsell/client';
import { isSignedWebhook } from 'rokt-upsell/service';
import { UpsellMessage } from './models/message.js';

export const UPSELL = 'upsell';

/** The shop's side of the upsell: the transaction client with its keys, and what the service has told of sales. */
export class UpsellService extends MedusaService({ UpsellMessage }) {
  #webhookSecret;

  constructor(container, { accountId, webhookSecret, ...client }) {
    super(...arguments);
    this.accountId = accountId;
    this.baseUrl = client.baseUrl;
    this.transactions = createTransactionClient(client);
    this.#webhookSecret = webhookSecret;
  }

  /** Whether the upsell service has sent this body, the bytes as they came. */
  isSigned(headers, body) {
    return isSignedWebhook(headers, body, this.#webhookSecret);
  }

  /** Keeps a message once: false when it is there already. */
  async keep(id, body) {
    const known = await this.listUpsellMessages({ id });
    if (known.length > 0) return false;
    await this.createUpsellMessages({ id, body });
    return true;
  }
}
