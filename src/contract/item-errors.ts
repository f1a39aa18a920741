import Type, { type TLiteral, type TObject, type TString, type TUnion } from 'typebox';
import { CLOSED } from './fields.ts';
import { ERRORS, type ErrorCode } from './errors.ts';

/** The codes that an item of an answer may be refused with, by the call. */
export const ITEM_ERRORS = {
  reserve: [
    'already-confirmed',
    'unknown-cart-item',
    'quantity-out-of-bounds',
    'too-many-holds',
    'out-of-stock',
    'refused',
  ],
  confirm: [
    'price-mismatch',
    'quantity-mismatch',
    'reservation-expired',
    'reservation-released',
    'already-confirmed',
    'already-cancelled',
    'unknown-reservation',
    'unknown-cart-item',
    'quantity-out-of-bounds',
    'out-of-stock',
    'refused',
  ],
  release: ['already-confirmed', 'already-cancelled', 'unknown-reservation', 'refused'],
} as const satisfies Record<string, readonly ErrorCode[]>;

type TItemError<Code extends ErrorCode> = TObject<{
  code: TLiteral<Code>;
  message: TString;
  value: (typeof ERRORS)[Code]['value'];
}>;

type TItemErrors<Codes extends readonly ErrorCode[]> = {
  -readonly [Index in keyof Codes]: TItemError<Codes[Index]>;
};

/** The error of an item that is not held. */
export const ReserveError = errorOf('ReserveError', 'Why an item is not held.', ITEM_ERRORS.reserve);
/** The error of an item that is not bought. */
export const ConfirmError = errorOf('ConfirmError', 'Why an item is not bought.', ITEM_ERRORS.confirm);
/** The error of an item whose hold could not be ended. */
export const ReleaseError = errorOf('ReleaseError', 'Why a hold could not be ended.', ITEM_ERRORS.release);

function errorOf<const Codes extends readonly ErrorCode[]>(title: string, description: string, codes: Codes) {
  const members = codes.map((code) =>
    Type.Object(
      { code: Type.Literal(code), message: Type.String(), value: ERRORS[code].value },
      { ...CLOSED, description: ERRORS[code].message },
    ),
  );
  return Type.Union(members, { title, description }) as unknown as TUnion<TItemErrors<Codes>>;
}
