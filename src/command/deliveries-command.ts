import type { Operator } from '../service/admin/acts.ts';
import type { DeliveryRefusal, KeptMessage, ReceiverSum } from '../service/deliveries.ts';
import { toUtc } from '../service/to-utc.ts';
import { type Command, CommandError, type Print } from './command.ts';
import { type DeliveriesRequest, readDeliveriesRequest } from './deliveries-request.ts';
import { DB_HELP } from './db-help.ts';
import { withOperator } from './with-operator.ts';

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
${DB_HELP}`,
  async run(args, print) {
    const request = readDeliveriesRequest(args);
    await withOperator(request.db, async (operator) => {
      if (request.verb === 'list') await list(operator, request, print);
      else await change(operator, { ...request, verb: request.verb }, print);
    });
  },
};

async function list(operator: Operator, { filter, limit }: DeliveriesRequest, print: Print): Promise<void> {
  const { accountId, provider } = filter;
  const { receivers, messages } = await operator.act('deliveries.list', { filter, limit: limit + 1 });
  for (const sum of receivers) {
    const isMeant =
      (accountId ?? sum.accountId) === sum.accountId && (provider ?? sum.provider) === sum.provider;
    if (isMeant) print(receiverLine(sum));
  }
  for (const message of messages.slice(0, limit)) print(messageLine(message));
  if (messages.length > limit) print(`… and more: --limit shows more than ${limit}`);
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

/** Retries or drops what is meant; those that are refused are named, and the others are done. */
async function change(
  operator: Operator,
  { verb, ids, filter, limit }: DeliveriesRequest & { readonly verb: 'retry' | 'drop' },
  print: Print,
): Promise<void> {
  const changed = await operator.act('deliveries.change', { verb, ids, filter, limit });
  const refused: string[] = [];
  for (const { id, refusal } of changed) {
    if (refusal) refused.push(`${id}: ${refusal}, ${reasons[refusal]}`);
    else print(`${id}: ${verb === 'drop' ? 'dropped' : 'sent again at once'}`);
  }
  if (changed.length === 0) print('there is none');
  if (refused.length > 0) throw new CommandError(refused.join('\n'));
}

const reasons: Readonly<Record<DeliveryRefusal, string>> = {
  'unknown-message': 'the database has no such message',
  'already-delivered': 'its provider has taken it',
  'already-dropped': 'it is sent no more',
  'sale-cancelled': 'it would tell its provider of a sale that is cancelled',
  'sale-untold': 'its provider has never heard of the sale that it cancels',
};
