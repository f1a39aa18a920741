import type { Rule } from '../rule.ts';
import { cancelMissing } from './cancel-missing.ts';
import { confirmMissing } from './confirm-missing.ts';
import { confirmTooLate } from './confirm-too-late.ts';
import { confirmedNotPaid } from './confirmed-not-paid.ts';
import { holdExpired } from './hold-expired.ts';
import { holdLeft } from './hold-left.ts';
import { keyInBrowser } from './key-in-browser.ts';
import { keyReused } from './key-reused.ts';
import { orderedTwice } from './ordered-twice.ts';
import { paidNotConfirmed } from './paid-not-confirmed.ts';
import { priceIgnored } from './price-ignored.ts';
import { quantityIgnored } from './quantity-ignored.ts';
import { refusalIgnored } from './refusal-ignored.ts';
import { refusedCall } from './refused-call.ts';
import { sessionNotPaired } from './session-not-paired.ts';
import { staleCartItem } from './stale-cart-item.ts';
import { unknownReservation } from './unknown-reservation.ts';

/** Every rule, in the order of a checkout: who calls, what is shown, held, bought and undone, and the money last. */
export const rules: readonly Rule[] = [
  keyInBrowser,
  refusedCall,
  sessionNotPaired,
  staleCartItem,
  refusalIgnored,
  unknownReservation,
  priceIgnored,
  quantityIgnored,
  confirmMissing,
  confirmTooLate,
  orderedTwice,
  keyReused,
  holdLeft,
  holdExpired,
  cancelMissing,
  paidNotConfirmed,
  confirmedNotPaid,
];
