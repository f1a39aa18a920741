import 'rokt-upsell';
import type { CartItemUpdatedEvent } from 'rokt-upsell';

const upsell = document.querySelector('rokt-upsell'); // RoktUpsellElement | null
const take = ({ detail }: CartItemUpdatedEvent) => console.log(detail.cartItems);

upsell?.addEventListener('cart-item-updated', take);
upsell?.addEventListener('placements-failed', ({ detail }) => console.warn(detail.error.code));
upsell?.removeEventListener('cart-item-updated', take);
