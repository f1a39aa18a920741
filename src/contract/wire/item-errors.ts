// Made from the schemas of src/contract by `npm run wire`.

import type { HeldTerms, HoldSuccessor } from './holds.ts';

/** Why an item is not held. */
export type ReserveError =
  | {
      readonly code: 'already-confirmed';
      readonly message: string;
      /** The order, where it is one of the same cart. */
      readonly value: {
        /** The partner’s id of the order. */
        readonly orderId?: string;
      };
    }
  | {
      readonly code: 'unknown-cart-item';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'quantity-out-of-bounds';
      readonly message: string;
      readonly value: {
        /** The fewest that can be had. */
        readonly minimum: number;
        /** The most that can be had. */
        readonly maximum: number;
        /** How many of the product this cart may have in this item; absent where a cart has no limit. */
        readonly left?: number;
      };
    }
  | {
      readonly code: 'too-many-holds';
      readonly message: string;
      readonly value: {
        /** The most that may be live. */
        readonly maximum: number;
      };
    }
  | {
      readonly code: 'out-of-stock';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'refused';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    };

/** Why an item is not bought. */
export type ConfirmError =
  | {
      readonly code: 'price-mismatch';
      readonly message: string;
      readonly value: HeldTerms;
    }
  | {
      readonly code: 'quantity-mismatch';
      readonly message: string;
      readonly value: HeldTerms;
    }
  | {
      readonly code: 'reservation-expired';
      readonly message: string;
      readonly value: {
        /** When it ended. */
        readonly expirationDateTimeUtc: string;
      };
    }
  | {
      readonly code: 'reservation-released';
      readonly message: string;
      readonly value: HoldSuccessor | { readonly [name: string]: never };
    }
  | {
      readonly code: 'already-confirmed';
      readonly message: string;
      /** The order, where it is one of the same cart. */
      readonly value: {
        /** The partner’s id of the order. */
        readonly orderId?: string;
      };
    }
  | {
      readonly code: 'already-cancelled';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'unknown-reservation';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'unknown-cart-item';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'quantity-out-of-bounds';
      readonly message: string;
      readonly value: {
        /** The fewest that can be had. */
        readonly minimum: number;
        /** The most that can be had. */
        readonly maximum: number;
        /** How many of the product this cart may have in this item; absent where a cart has no limit. */
        readonly left?: number;
      };
    }
  | {
      readonly code: 'out-of-stock';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'refused';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    };

/** Why a hold could not be ended. */
export type ReleaseError =
  | {
      readonly code: 'already-confirmed';
      readonly message: string;
      /** The order, where it is one of the same cart. */
      readonly value: {
        /** The partner’s id of the order. */
        readonly orderId?: string;
      };
    }
  | {
      readonly code: 'already-cancelled';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'unknown-reservation';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'refused';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    };
