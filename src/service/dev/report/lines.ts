import type { OperationId } from '../../../contract/index.ts';
import type { LoggedRequest } from '../request-log.ts';

/** A call on items, by the name of its operation. */
export type ItemOperation = Extract<OperationId, 'cart.reserve' | 'cart.confirm' | 'cart.release'>;

/** One item of a call, with what was answered for it. */
export interface Line {
  readonly call: LoggedRequest;
  readonly cartId: string;
  readonly cartItemId: string;
  /** As it was sent; undefined in a confirm by quantity, and in a reserve. */
  readonly sentReservationId: string | undefined;
  /** Undefined where the call as a whole was refused, or never answered. */
  readonly answer: LineAnswer | undefined;
}

/** What was answered for one item. */
export interface LineAnswer {
  readonly success: boolean;
  readonly itemReservationId?: string;
  readonly error?: { readonly code: string; readonly value: Readonly<Record<string, unknown>> };
}

/** Every item of the calls of one operation, in the order in which they came. */
export function linesOf(calls: readonly LoggedRequest[], operation: ItemOperation): Line[] {
  return calls.filter((call) => call.operation === operation).flatMap(toLines);
}

/** The lines that were refused with this code. */
export function linesRefused(
  calls: readonly LoggedRequest[],
  operation: ItemOperation,
  code: string,
): Line[] {
  return linesOf(calls, operation).filter(({ answer }) => answer?.error?.code === code);
}

/** The `cartId` that a call names; undefined where it names none. */
export function cartOf({ request }: LoggedRequest): string | undefined {
  return textOf(fieldsOf(request)['cartId']);
}

/** The `orderId` that a call names. */
export function orderOf({ request }: LoggedRequest): string | undefined {
  return textOf(fieldsOf(request)['orderId']);
}

/** The items that a call names. */
export function itemsOf({ request }: LoggedRequest): readonly unknown[] {
  const { items } = fieldsOf(request);
  return Array.isArray(items) ? items : [];
}

/** The error codes with which a call was refused as a whole; none where it was not. */
export function codesOf({ answer }: LoggedRequest): string[] {
  const { errors } = fieldsOf(answer);
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => textOf(fieldsOf(error)['code']) ?? '');
}

/** `value` as an object; an empty one where it is none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function toLines(call: LoggedRequest): Line[] {
  const { items } = fieldsOf(call.answer);
  const answers: readonly unknown[] = Array.isArray(items) ? items : [];
  return itemsOf(call).map((item, index) => {
    const { cartItemId, itemReservationId } = fieldsOf(item);
    return {
      call,
      cartId: cartOf(call) ?? '',
      cartItemId: textOf(cartItemId) ?? '',
      sentReservationId: textOf(itemReservationId),
      answer: answers[index] as LineAnswer | undefined,
    };
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
