import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { WebhookBody } from '../../contract/wire.ts';
import type { Provider } from '../catalogue/catalogue-file.ts';
import { isSignedWebhook } from '../fulfilment/sign.ts';
import type { ReceivedWebhook } from './dev-account.ts';

/** Where the demo provider takes its messages. */
const PATH = '/_dev/provider';

/** A provider of our own, that keeps what it is told: real messages over real HTTP. */
export interface Inbox {
  /** Takes messages at this app. */
  takeAt(app: FastifyInstance): void;
  /** What a catalogue names, where the app listens at `url`. */
  providerAt(url: string): Provider;
  of(accountId: string): readonly ReceivedWebhook[];
  clear(accountId: string): void;
}

/** An empty inbox with a secret of its own. */
export function createInbox(): Inbox {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const received = new Map<string, ReceivedWebhook[]>();
  const of = (accountId: string) => received.get(accountId) ?? [];
  return {
    takeAt(app) {
      app.post(PATH, async ({ headers, bodyText, body }, reply) => {
        if (!isSignedWebhook(headers, bodyText, secret, Date.now())) return reply.code(400).send();
        const message = { id: String(headers['webhook-id']), body: body as WebhookBody };
        const { accountId } = message.body.data;
        received.set(accountId, [...of(accountId), message]);
        return reply.code(204).send();
      });
    },
    providerAt: (url) => ({ url: `${url}${PATH}`, secret }),
    of,
    clear(accountId) {
      received.delete(accountId);
    },
  };
}
