import { type Break, copied, named, of, row } from './break.ts';

const KEPT = 'what was acknowledged is there';
const TOLD = 'a provider is told what was sold';
const MESSAGE = 'a message is of a sale';

/** How messages, answers and what is between accounts can be wrong. */
export const toldBreaks: Readonly<Record<string, Break>> = {
  'a sale that nobody is told of': row(
    'what is sold has its item.confirmed',
    named('sold'),
    (ids) => `DELETE FROM outbox ${of(ids.sold)}`,
  ),
  'a cancellation that nobody is told of': row(
    'what is sold has its item.cancelled',
    named('undone'),
    (ids) => `DELETE FROM outbox ${of(ids.undone)} AND type = 'item.cancelled'`,
  ),
  'a message that is there twice': {
    rule: 'a provider is told once',
    names: named('sold'),
    sql: ({ sold }) => copied('outbox', of(sold), `message_id = 'twin'`),
  },
  'a message of no hold': row(
    MESSAGE,
    () => /nothing, which is not there/,
    ({ sold }) => `UPDATE outbox SET reservation_id = 'nothing' ${of(sold)}`,
  ),
  'a message of what is held': row(
    MESSAGE,
    named('held'),
    ({ sold, held }) => `UPDATE outbox SET reservation_id = '${held}' ${of(sold)}`,
  ),
  'a cancellation of what is sold': row(
    MESSAGE,
    named('sold'),
    ({ sold }) => `UPDATE outbox SET type = 'item.cancelled' ${of(sold)}`,
  ),
  'a message to another provider': row(
    MESSAGE,
    named('sold'),
    ({ sold }) => `UPDATE outbox SET provider = 'stranger' ${of(sold)}`,
  ),
  'a message of another account': row(
    MESSAGE,
    named('sold'),
    ({ sold }) => `UPDATE outbox SET account_id = 'other' ${of(sold)}`,
  ),
  'a message with another price': row(
    TOLD,
    named('sold'),
    ({ sold }) => `UPDATE outbox SET body = REPLACE(body, '20.5', '20.4') ${of(sold)}`,
  ),
  'a message that is none': row(TOLD, named('sold'), ({ sold }) => `UPDATE outbox SET body = '' ${of(sold)}`),
  'a row of no account': row(
    'every row is of an account',
    () => /^placed_order: 1 rows of stranger/,
    () => `UPDATE placed_order SET account_id = 'stranger' WHERE order_id = 'fee'`,
  ),
  'a hold on what another account offered': row(
    'no row names what is another account’s',
    named('held'),
    ({ held }) => `UPDATE offered_item SET account_id = 'other'
      WHERE cart_item_id = (SELECT cart_item_id FROM hold ${of(held)})`,
  ),
  'a hold on something else than was offered': row(
    'a hold is of what was offered',
    named('held'),
    ({ held }) => `UPDATE hold SET sku = 'fee' ${of(held)}`,
  ),
  'an acknowledged hold that is gone': row(KEPT, named('held'), ({ held }) => `DELETE FROM hold ${of(held)}`),
  'an acknowledged price that is another': row(
    KEPT,
    named('held'),
    ({ held }) => `UPDATE hold SET unit_price = 2051 ${of(held)}`,
  ),
  'an acknowledged sale that is none': row(
    KEPT,
    named('sold'),
    ({ sold }) =>
      `UPDATE hold SET state = 'held', ended_at = NULL, order_id = NULL, confirmation_id = NULL ${of(sold)}`,
  ),
  'an acknowledged sale of another order': row(
    KEPT,
    named('sold'),
    ({ sold }) =>
      `UPDATE answered_request SET answer = REPLACE(answer, 'itemConfirmationId":"', 'itemConfirmationId":"x')
      WHERE answer LIKE '%${sold}%' AND operation = 'cart.confirm'`,
  ),
  'an acknowledged cancellation that is none': row(
    KEPT,
    named('undone'),
    ({ undone }) => `UPDATE hold SET state = 'confirmed' ${of(undone)}`,
  ),
  'an acknowledged release that is none': row(
    KEPT,
    named('released'),
    ({ released }) => `UPDATE hold SET state = 'held', ended_at = NULL ${of(released)}`,
  ),
  'an answer that names another account’s hold': row(
    KEPT,
    named('held'),
    ({ held }) => `UPDATE hold SET account_id = 'other' ${of(held)}`,
  ),
  'a key without its answer': row(
    KEPT,
    () => /cart\.reserve under key-held: there is no answer/,
    () => `UPDATE answered_request SET answer = '' WHERE idempotency_key = 'key-held'`,
  ),
};
