import type { UpsellPhase } from 'rokt-upsell';
import { type FormEvent, useRef, useState } from 'react';
import { itemCount, ticketCount, totalPrice } from '../cart-sums.ts';
import { useCart } from '../cart-store.ts';
import { launcherAttributes } from '../launcher-choice.ts';
import { money } from '../shop.ts';
import { CustomerFields } from './customer-fields.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { EventCard } from './event-card.tsx';
import { OrderConfirmation } from './order-confirmation.tsx';
import { OrderSummary } from './order-summary.tsx';
import { UpsellOffers } from './upsell-offers.tsx';

/** The whole page. */
export function Checkout() {
  const cart = useCart();
  const [phase, setPhase] = useState<UpsellPhase>('idle');
  const [status, setStatus] = useState('');
  const confirmation = useRef<HTMLDialogElement>(null);
  const isEmpty = ticketCount(cart) === 0;
  const count = itemCount(cart);

  /** Needs the cart alone: an upsell that failed cannot stop an order. */
  function placeOrder(event: FormEvent) {
    event.preventDefault();
    setStatus(isEmpty ? 'There is nothing to order yet. Put an item back first.' : '');
    if (!isEmpty) confirmation.current?.showModal();
  }

  return (
    <>
      <a className="skip" href="#checkout">
        Skip to the checkout
      </a>
      <header className="shop">
        <a className="brand" href="/">
          Rowlight <span>Tickets</span>
        </a>
      </header>

      <main className="checkout">
        <h1>Checkout</h1>
        <form id="checkout" autoComplete="on" onSubmit={placeOrder}>
          <EventCard />
          <UpsellOffers launcher={launcherAttributes} phase={phase} onPhase={setPhase} />
          <CustomerFields />
          <a className="order-bar" href="#summary">
            <span>
              {count} {count === 1 ? 'item' : 'items'}
            </span>{' '}
            <b>{money.format(totalPrice(cart))}</b> <span className="order-bar-go">Review order</span>
          </a>
        </form>
        <OrderSummary status={status} />
      </main>

      <OrderConfirmation ref={confirmation} />
      <DemoStrip phase={phase} />
    </>
  );
}
