import { HEADERS } from '../../../../contract/index.ts';
import type { LoggedRequest } from '../../request-log.ts';
import type { Evidence } from '../evidence.ts';
import { cartOf, fieldsOf, itemsOf } from '../lines.ts';
import { type Found, isAsked, type Rule } from '../rule.ts';

const PAIRED = ['cart.reserve', 'cart.confirm', 'cart.release'];

/** The session of any or of the selection is the one that reserve, confirm and release send. */
export const sessionNotPaired: Rule = {
  id: 'session-not-paired',
  title: 'One session from placements/any to confirm',
  kind: 'fault',
  fix:
    'Keep the rokt-session-id that placements/any answers with the cart, give it to the page as session-id, and send it with every ' +
    'call of that cart.',
  isSeen: (evidence) => isAsked(evidence, ...PAIRED),
  find({ calls }) {
    const shown = sessionsShown(calls);
    return calls
      .filter(isPaired)
      .flatMap((call) => judge(call, shown, sessionsAnswered(calls, cartOf(call))));
  },
};

function isPaired(call: LoggedRequest): boolean {
  const { operation, headers } = call;
  if (!PAIRED.includes(operation)) return false;
  if (itemsOf(call).length > 0) return true;
  // Without a session these are refused before their items are read.
  return operation !== 'cart.confirm' && !headers[HEADERS.sessionId];
}

/** The session in which each item was shown. */
function sessionsShown(calls: Evidence['calls']): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const { operation, answer } of calls) {
    if (operation !== 'selections') continue;
    const { sessionId, placements } = fieldsOf(answer);
    if (typeof sessionId !== 'string' || !Array.isArray(placements)) continue;
    for (const cartItemId of placements.flatMap(cartItemIdsOf)) shown.set(cartItemId, sessionId);
  }
  return shown;
}

function cartItemIdsOf(placement: unknown): string[] {
  const { offers } = fieldsOf(placement);
  if (!Array.isArray(offers)) return [];
  return offers.map((offer) => String(fieldsOf(fieldsOf(offer)['cartItem'])['cartItemId']));
}

/** The sessions that placements/any has answered for a cart. */
function sessionsAnswered(calls: Evidence['calls'], cartId: string | undefined): ReadonlySet<string> {
  const answered = calls.filter((call) => call.operation === 'placements.any' && cartOf(call) === cartId);
  return new Set(answered.flatMap(({ sessionId }) => sessionId ?? []));
}

function judge(
  call: LoggedRequest,
  shown: ReadonlyMap<string, string>,
  answered: ReadonlySet<string>,
): Found[] {
  const sent = call.headers[HEADERS.sessionId];
  const { operation } = call;
  if (!sent) return [{ says: `${operation} sends no rokt-session-id.`, calls: [call] }];
  const sessions = itemsOf(call).map((item) => shown.get(String(fieldsOf(item)['cartItemId'])));
  const selected = sessions.find((session) => session !== undefined && session !== sent);
  if (selected !== undefined)
    return [
      { says: `${operation} sends session ${sent}; its item was shown in ${selected}.`, calls: [call] },
    ];
  if (answered.size === 0 || answered.has(sent)) return [];
  const [first] = answered;
  return [
    {
      says: `${operation} sends session ${sent}; placements/any answered ${String(first)} for this cart.`,
      calls: [call],
    },
  ];
}
