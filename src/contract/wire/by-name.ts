// Made from the schemas of src/contract by `npm run wire`.

import type { Attributes, Quantity } from './fields.ts';
import type { HeldTerms, HoldSuccessor } from './holds.ts';
import type { ErrorBody, ErrorCode, ErrorEntry } from './errors.ts';
import type { ConfirmError, ReleaseError, ReserveError } from './item-errors.ts';
import type {
  ConfirmAnswer,
  ConfirmHeldItem,
  ConfirmRequest,
  ConfirmUnheldItem,
  ConfirmedItem,
  ReleaseAnswer,
  ReleaseItem,
  ReleaseRequest,
  ReleasedItem,
  ReserveAnswer,
  ReserveItem,
  ReserveRequest,
  ReservedItem,
  UnconfirmedItem,
  UnreleasedItem,
  UnreservedItem,
} from './cart.ts';
import type {
  AnyAnswer,
  AnyRequest,
  CancelAnswer,
  CancelRequest,
  HeldItem,
  SelectionRequest,
} from './calls.ts';
import type {
  IgnoredAttribute,
  Offer,
  OfferImage,
  OfferRequired,
  OfferTerms,
  OfferedItem,
  OffersDocument,
  PlacementDocument,
  SelectedItem,
  SelectedOffer,
  SelectedPlacement,
  SelectionAnswer,
} from './offers.ts';
import type { ItemCancelled, ItemConfirmed, WebhookBody, WebhookItem } from './webhook.ts';

/** Every type of the wire by its name, as `SCHEMAS` has its schema. */
export interface WireTypes {
  readonly Attributes: Attributes;
  readonly Quantity: Quantity;
  readonly HeldTerms: HeldTerms;
  readonly HoldSuccessor: HoldSuccessor;
  readonly ErrorCode: ErrorCode;
  readonly ErrorEntry: ErrorEntry;
  readonly ErrorBody: ErrorBody;
  readonly ReserveError: ReserveError;
  readonly ConfirmError: ConfirmError;
  readonly ReleaseError: ReleaseError;
  readonly ReserveItem: ReserveItem;
  readonly ReserveRequest: ReserveRequest;
  readonly ReservedItem: ReservedItem;
  readonly UnreservedItem: UnreservedItem;
  readonly ReserveAnswer: ReserveAnswer;
  readonly ConfirmHeldItem: ConfirmHeldItem;
  readonly ConfirmUnheldItem: ConfirmUnheldItem;
  readonly ConfirmRequest: ConfirmRequest;
  readonly ConfirmedItem: ConfirmedItem;
  readonly UnconfirmedItem: UnconfirmedItem;
  readonly ConfirmAnswer: ConfirmAnswer;
  readonly ReleaseItem: ReleaseItem;
  readonly ReleaseRequest: ReleaseRequest;
  readonly ReleasedItem: ReleasedItem;
  readonly UnreleasedItem: UnreleasedItem;
  readonly ReleaseAnswer: ReleaseAnswer;
  readonly AnyRequest: AnyRequest;
  readonly AnyAnswer: AnyAnswer;
  readonly CancelRequest: CancelRequest;
  readonly CancelAnswer: CancelAnswer;
  readonly HeldItem: HeldItem;
  readonly SelectionRequest: SelectionRequest;
  readonly OfferImage: OfferImage;
  readonly OfferTerms: OfferTerms;
  readonly OfferRequired: OfferRequired;
  readonly OfferedItem: OfferedItem;
  readonly Offer: Offer;
  readonly PlacementDocument: PlacementDocument;
  readonly OffersDocument: OffersDocument;
  readonly SelectedItem: SelectedItem;
  readonly SelectedOffer: SelectedOffer;
  readonly SelectedPlacement: SelectedPlacement;
  readonly IgnoredAttribute: IgnoredAttribute;
  readonly SelectionAnswer: SelectionAnswer;
  readonly WebhookItem: WebhookItem;
  readonly ItemConfirmed: ItemConfirmed;
  readonly ItemCancelled: ItemCancelled;
  readonly WebhookBody: WebhookBody;
}
