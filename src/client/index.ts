export type * from './client-options.ts';
export {
  createTransactionClient,
  type AnyResult,
  type ConfirmNothing,
  type TransactionClient,
} from './create-transaction-client.ts';
export type { OperationId } from './operations.ts';
export { TransactionError, type TransactionErrorCode } from './transaction-error.ts';
export { type Timed, timeLeft } from './time-left.ts';
export { toMinorUnits } from '../model/index.ts';
export type {
  AnyAnswer,
  AnyRequest,
  Attributes,
  CancelAnswer,
  CancelRequest,
  ConfirmAnswer,
  ConfirmedItem,
  ConfirmError,
  ConfirmHeldItem,
  ConfirmRequest,
  ConfirmUnheldItem,
  ErrorCode,
  ErrorEntry,
  HeldTerms,
  HoldSuccessor,
  Quantity,
  ReleaseAnswer,
  ReleasedItem,
  ReleaseError,
  ReleaseItem,
  ReleaseRequest,
  ReserveAnswer,
  ReservedItem,
  ReserveError,
  ReserveItem,
  ReserveRequest,
  UnconfirmedItem,
  UnreleasedItem,
  UnreservedItem,
} from '../contract/wire.ts';
