'use client';

import { useEffect } from 'react';
import { startPage, stepsView, words } from '../../../shared/shop.js';
import { order, resume, useCheckout } from '../checkout-store.ts';
import { CartStep } from './cart-step.tsx';
import { OrderReceipt } from './order-receipt.tsx';
import { PaymentStep } from './payment-step.tsx';

const STEPS = { cart: CartStep, extras: CartStep, pay: PaymentStep, receipt: OrderReceipt };

/** The checkout, one step after the other. */
export function Checkout() {
  const { flow } = useCheckout();
  const Step = STEPS[flow.step];
  useEffect(() => {
    startPage();
    void resume();
  }, []);
  return (
    <>
      <nav className="steps" aria-label={words.stepsLabel}>
        <ol>
          {stepsView(flow).map(({ step, name, href, current }) => (
            <li key={step} aria-current={current}>
              <a href={href} onClick={href ? () => void order.goBack(step) : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <Step key={flow.step} />
    </>
  );
}
