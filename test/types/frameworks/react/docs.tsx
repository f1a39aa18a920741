import 'rokt-upsell';
import 'rokt-upsell/types/react';
import type { CartItem, CartItemUpdatedEvent } from 'rokt-upsell';
import { useState } from 'react';

const concert = { eventId: '1100526195FA115A', venueName: 'Madison Square Garden' };

export function Extras() {
  const [items, setItems] = useState<readonly CartItem[]>([]);
  const take = ({ detail }: CartItemUpdatedEvent) => setItems(detail.cartItems);
  return (
    <rokt-upsell account-id="222" placementAttributes={concert} oncart-item-updated={take}>
      <p slot="failed">Extras cannot be shown right now. Your {items.length} extras are kept.</p>
    </rokt-upsell>
  );
}
