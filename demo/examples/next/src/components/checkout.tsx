'use client';

import type { UpsellPhase } from 'rokt-upsell';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { itemCount, ticketCount, totalPrice } from '../cart-sums.ts';
import { useCart } from '../cart-store.ts';
import { launcherProps, useLauncherChoice } from '../launcher-choice.ts';
import { money } from '../shop.ts';
import { CustomerFields } from './customer-fields.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { OrderConfirmation } from './order-confirmation.tsx';
import { OrderSummary } from './order-summary.tsx';
import { UpsellOffers } from './upsell-offers.tsx';

/** All of the page that the cart changes; `children` is what is bought. */
export function Checkout({ children }: { readonly children: ReactNode }) {
  const cart = useCart();
  const choice = useLauncherChoice();
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
      <main className="checkout">
        <h1>Checkout</h1>
        <form id="checkout" autoComplete="on" onSubmit={placeOrder}>
          {children}
          <UpsellOffers launcher={launcherProps(choice)} phase={phase} onPhase={setPhase} />
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
      <DemoStrip phase={phase} choice={choice} />
    </>
  );
}
