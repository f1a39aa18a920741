import type { RoktUpsellElement } from '../../src/element/index.ts';

/** What the shop knows of the shopper, such as `{email, firstname}`. */
type Personal = Readonly<Record<string, string>>;

/** An address in the form in which it is hashed everywhere: without blanks around it, in lower case. */
export function normalised(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Gives Rokt hashes first, and the words themselves only after the shopper has engaged with an offer.
 *
 * `hashAttributes` makes SHA-256 of each value, under its key with the suffix `sha256`. The result stops it.
 */
export async function shareInTwoSteps(upsell: RoktUpsellElement, personal: Personal): Promise<() => void> {
  const share = ({ detail }: CustomEvent<{ readonly kind: 'any' | 'positive' }>) => {
    if (detail.kind !== 'positive') return;
    stop();
    void upsell.addPlacementAttributes(personal);
  };
  const stop = () => upsell.removeEventListener('offer-engaged', share as EventListener);
  upsell.addEventListener('offer-engaged', share);
  const { email, ...others } = personal;
  const hashed = await upsell.hashAttributes({ ...others, ...(email ? { email: normalised(email) } : {}) });
  await upsell.addPlacementAttributes(hashed);
  return stop;
}
