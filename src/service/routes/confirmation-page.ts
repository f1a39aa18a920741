import { Html, html } from '../http/html.ts';
import { keptDigits, keptInMajorUnits } from '../kept-prices.ts';
import type { Confirmation } from '../store/confirmations.ts';

/** What a shopper is told of something bought, besides what was paid. */
export interface ShownProduct {
  readonly name: string;
  readonly seller: string | undefined;
}

/** The style of the page: one card, in the colours that the shopper's system has. */
export const CONFIRMATION_STYLE = `
:root { color-scheme: light dark; --page: #f3f4f6; --card: #fff; --text: #1a1d21; --quiet: #5b626b; --line: #e3e6ea; --good: #0a6b3d; --over: #a3271c; }
@media (prefers-color-scheme: dark) { :root { --page: #111316; --card: #1c1f24; --text: #eceef0; --quiet: #a2a9b2; --line: #31363d; --good: #5fd39a; --over: #ff9c91; } }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; padding: clamp(1rem, 6vw, 4rem) 1rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: clamp(1.25rem, 6vw, 2.5rem); background: var(--card); border: 1px solid var(--line); border-radius: 1rem; overflow-wrap: anywhere; }
.state { display: inline-block; padding: .125rem .75rem; border: 1px solid; border-radius: 1rem; font-weight: 600; font-size: .875rem; color: var(--good); }
.cancelled { color: var(--over); }
h1 { margin-top: .75rem; font-size: clamp(1.375rem, 5vw, 1.75rem); line-height: 1.25; }
.seller, dt, .number { color: var(--quiet); }
dl { margin-top: 1.5rem; }
dl div { display: flex; justify-content: space-between; gap: 1rem; padding: .625rem 0; border-top: 1px solid var(--line); }
dd { text-align: end; font-variant-numeric: tabular-nums; }
.total { font-weight: 700; }
.total dt { color: inherit; }
.number { margin-top: 1rem; font-size: .8125rem; }
`;

const STATES = { confirmed: 'Confirmed', cancelled: 'Cancelled' } as const;

/** The page that a shopper finds at the `itemConfirmationUrl`. */
export function confirmationPage(id: string, bought: Confirmation, { name, seller }: ShownProduct): Html {
  const { quantity, unitPrice, currency, state } = bought;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${STATES[state]}: ${name}</title>
        ${new Html(`<style>${CONFIRMATION_STYLE}</style>`)}
      </head>
      <body>
        <main>
          <p class="state ${state}">${STATES[state]}</p>
          <h1 dir="auto">${name}</h1>
          ${seller === undefined ? '' : html`<p class="seller" dir="auto">${seller}</p>`}
          <dl>
            <div>
              <dt>Quantity</dt>
              <dd>${quantity}</dd>
            </div>
            <div>
              <dt>Price each</dt>
              <dd>${toPrice(unitPrice, currency)}</dd>
            </div>
            <div class="total">
              <dt>Total</dt>
              <dd>${toPrice(unitPrice * quantity, currency)}</dd>
            </div>
          </dl>
          <p class="number">Confirmation ${id}</p>
        </main>
      </body>
    </html> `;
}

/** A price as text. Its decimals are ISO 4217's, as everywhere else; those of Intl are not. */
function toPrice(minor: number, currency: string): string {
  const digits = keptDigits(currency);
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(keptInMajorUnits(minor, currency));
}
