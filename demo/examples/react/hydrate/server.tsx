import 'rokt-upsell';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { Offers } from './offers.tsx';

/** The upsell's part of the checkout, as a server sends it. */
export function render(): string {
  return renderToString(
    <StrictMode>
      <Offers />
    </StrictMode>,
  );
}
