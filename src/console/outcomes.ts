import type { SetFault } from './protocol.ts';

type Outcome = NonNullable<SetFault['outcome']>;

/** What may become of items while such a fault is set, in words. */
export const outcomes: Readonly<Record<Outcome, string>> = {
  'sold-out': 'items sold out',
  'too-many-holds': 'items held by too many carts',
  dearer: 'items dearer by a quarter',
  expired: 'holds expired at confirm',
};

/** Whether a kind of fault is what becomes of items: that holds for every call, until it is taken away. */
export function isOutcome(kind: string | undefined): kind is Outcome {
  return kind !== undefined && Object.hasOwn(outcomes, kind);
}
