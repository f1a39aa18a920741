// Defines <rokt-upsell>, before the first render.
import 'rokt-upsell';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Checkout } from './components/checkout.tsx';

const app = document.querySelector('#app');
if (app)
  createRoot(app).render(
    <StrictMode>
      <Checkout />
    </StrictMode>,
  );
