import type { UpsellPhase } from 'rokt-upsell';
import { useState } from 'react';
import { UpsellOffers } from '../src/components/upsell-offers.tsx';

const launcher = { 'offers-url': '../../../offers/madison-square-garden.json' };

/** The upsell of the checkout without the page around it. */
export function Offers() {
  const [phase, setPhase] = useState<UpsellPhase>('idle');
  return <UpsellOffers launcher={launcher} phase={phase} onPhase={setPhase} />;
}
