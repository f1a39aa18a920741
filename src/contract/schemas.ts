import { confirmSchemas } from './cart-confirm.ts';
import { releaseSchemas } from './cart-release.ts';
import { reserveSchemas } from './cart-reserve.ts';
import { CancelAnswer, CancelRequest } from './confirmation-cancel.ts';
import { AnyErrorCode, ErrorBody, ErrorEntry } from './error-body.ts';
import { HeldTerms, HoldSuccessor } from './errors.ts';
import { Attributes, Quantity } from './fields.ts';
import { ConfirmError, ReleaseError, ReserveError } from './item-errors.ts';
import { offersSchemas } from './offers.ts';
import { AnyAnswer, AnyRequest } from './placements-any.ts';
import { HeldItem, SelectionRequest } from './selections.ts';
import { webhookSchemas } from './webhook.ts';

/** Every schema with a name of its own, by the file of `wire/` that its type is written to. */
export const SCHEMAS = {
  fields: { Attributes, Quantity },
  holds: { HeldTerms, HoldSuccessor },
  errors: { ErrorCode: AnyErrorCode, ErrorEntry, ErrorBody },
  'item-errors': { ReserveError, ConfirmError, ReleaseError },
  cart: { ...reserveSchemas, ...confirmSchemas, ...releaseSchemas },
  calls: { AnyRequest, AnyAnswer, CancelRequest, CancelAnswer, HeldItem, SelectionRequest },
  offers: offersSchemas,
  webhook: webhookSchemas,
} as const;
