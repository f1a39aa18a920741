import { UpsellOffers } from '../src/components/upsell-offers.tsx';

const source = { 'account-id': '222', 'offers-url': '../../../offers/madison-square-garden.json' };

/** The upsell of the checkout without the page around it. */
export function Offers() {
  return <UpsellOffers source={source} />;
}
