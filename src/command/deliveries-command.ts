import {
  Deliveries,
  type DeliveryAnswer,
  type KeptMessage,
  type ReceiverSum,
} from '../service/deliveries.ts';
import { type Command, CommandError, type Print } from './command.ts';
import { type DeliveriesRequest, readDeliveriesRequest } from './deliveries-request.ts';
import { openStore } from './open-store.ts';
import { DEFAULT_DB } from './settings/schema.ts';

/** `rokt-upsell deliveries`: what providers have not been told, and what is to become of it. */
export const deliveriesCommand: Command = {
  help: `rokt-upsell deliveries list [--account ID] [--provider NAME] [--state STATE] [--limit N] [--db FILE]
rokt-upsell deliveries retry MESSAGE_ID … [--db FILE]
rokt-upsell deliveries retry --all-given-up [--account ID] [--provider NAME] [--db FILE]
rokt-upsell deliveries drop MESSAGE_ID … [--db FILE]

  list    what waits for each provider, and the messages that have failed or were given up, the oldest first
  retry   sends a message at once, with all its attempts before it; refused for a sale that is cancelled
  drop    sends a message no more

  --state STATE   waiting, delivered, given-up or dropped
  --limit N       as many messages at most, 100 by default
  --db FILE       the database of the service, ${DEFAULT_DB} by default; a service that runs on it has to stop meanwhile.
                  Or postgres://…, where it may run on`,
  async run(args, print) {
    const request = readDeliveriesRequest(args);
    const store = await openStore(request.db);
    try {
      const deliveries = new Deliveries(store);
      if (request.verb === 'list') await list(deliveries, request, print);
      else await change(deliveries, request, print);
    } finally {
      await store.close();
    }
  },
};

async function list(
  deliveries: Deliveries,
  { filter, limit }: DeliveriesRequest,
  print: Print,
): Promise<void> {
  const { accountId, provider } = filter;
  for (const sum of await deliveries.receivers()) {
    const isMeant =
      (accountId ?? sum.accountId) === sum.accountId && (provider ?? sum.provider) === sum.provider;
    if (isMeant) print(receiverLine(sum));
  }
  const found = await deliveries.list(filter, limit + 1);
  for (const message of found.slice(0, limit)) print(messageLine(message));
  if (found.length > limit) print(`… and more: --limit shows more than ${limit}`);
}

function receiverLine({ accountId, provider, waiting, givenUp, failures, resumeAt }: ReceiverSum): string {
  const rest = resumeAt > Date.now() ? `, left alone until ${toUtc(resumeAt)}` : '';
  const health = failures > 0 ? `  ${countOf(failures, 'failure')} in a row${rest}` : '';
  return `${accountId}  ${provider}  ${waiting} waiting, ${givenUp} given up${health}`;
}

function messageLine(message: KeptMessage): string {
  const { messageId, accountId, provider, type, state, attempts, dueAt, waitsFor, lastError } = message;
  const due = waitsFor === null ? `due ${toUtc(dueAt)}` : `after ${waitsFor}`;
  const fields = [messageId, accountId, provider, type, state, countOf(attempts, 'attempt')];
  return [...fields, ...(state === 'waiting' ? [due] : []), lastError ?? ''].join('  ').trimEnd();
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function toUtc(time: number): string {
  return new Date(time).toISOString();
}

/** Retries or drops what is meant; those that are refused are named, and the others are done. */
async function change(deliveries: Deliveries, request: DeliveriesRequest, print: Print): Promise<void> {
  const { verb, ids, filter, limit } = request;
  const meant =
    ids.length > 0 ? ids : (await deliveries.list(filter, limit)).map(({ messageId }) => messageId);
  const refused: string[] = [];
  for (const id of meant) {
    const refusal: DeliveryAnswer = await (verb === 'drop' ? deliveries.drop(id) : deliveries.retry(id));
    if (refusal) refused.push(`${id}: ${refusal}, ${reasons[refusal]}`);
    else print(`${id}: ${verb === 'drop' ? 'dropped' : 'sent again at once'}`);
  }
  if (meant.length === 0) print('there is none');
  if (refused.length > 0) throw new CommandError(refused.join('\n'));
}

const reasons: Readonly<Record<NonNullable<DeliveryAnswer>, string>> = {
  'unknown-message': 'the database has no such message',
  'already-delivered': 'its provider has taken it',
  'already-dropped': 'it is sent no more',
  'sale-cancelled': 'it would tell its provider of a sale that is cancelled',
  'sale-untold': 'its provider has never heard of the sale that it cancels',
};
