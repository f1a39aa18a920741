// Defines <rokt-upsell>, before the first render.
import 'rokt-upsell';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Checkout } from './components/checkout.tsx';

createRoot(document.querySelector('#app') as Element).render(
  <StrictMode>
    <Checkout />
  </StrictMode>,
);
