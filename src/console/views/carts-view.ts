import { html, nothing, type TemplateResult } from 'lit';
import { price, shortId } from '../formats.ts';
import type { ShownHold } from '../protocol.ts';
import { businessTime, type Shown } from '../shown.ts';
import { chipView, emptyView, ofNewest, panelView, thingsView } from './panel.ts';

/** Each cart with its holds, and what was bought of them; the cart that has changed last is the first. */
export function cartsView(shown: Shown): TemplateResult {
  const holds = shown.state?.holds ?? [];
  const now = businessTime(shown, performance.now());
  const live = holds.filter(({ state, expiresAt }) => state === 'held' && expiresAt > now).length;
  const bought = holds.filter(({ state }) => state === 'confirmed').length;
  const panel = {
    id: 'carts',
    title: 'Carts',
    note: ofNewest(holds.length, `${live} held, ${bought} confirmed`),
  };
  if (holds.length === 0) return panelView(panel, emptyView('Nothing is held. cart/reserve takes stock.'));
  const carts = [...new Set(holds.map(({ cartId }) => cartId))];
  return panelView(
    panel,
    thingsView(
      carts,
      (cartId) => cartId,
      (cartId) => html`
        <div class="cart">
          <h3>${cartId}</h3>
          <ul>
            ${holds.filter((hold) => hold.cartId === cartId).map((hold) => holdView(hold, shown))}
          </ul>
        </div>
      `,
    ),
  );
}

function holdView(hold: ShownHold, shown: Shown): TemplateResult {
  const { sku, linkedProductId, quantity, totalPrice, currency, state, itemReservationId } = hold;
  return html`
    <li class="hold" data-state=${state}>
      <span class="name"
        >${quantity} × <strong>${sku}</strong>${
          linkedProductId === null ? nothing : html` <span class="note">for ${linkedProductId}</span>`
        }</span
      >
      <span class="price">${price(totalPrice, currency)}</span>
      ${stateView(state)}
      <span class="note" title=${itemReservationId}>${endView(hold, shown)}</span>
    </li>
  `;
}

function stateView(state: string): TemplateResult {
  if (state === 'held') return chipView('held', 'busy');
  return chipView(state, state === 'confirmed' ? 'good' : 'quiet');
}

function endView({ state, expiresAt, orderId, confirmationId, itemReservationId }: ShownHold, shown: Shown) {
  if (state === 'held')
    return html`<console-time class="digits" .shown=${shown} .until=${expiresAt}></console-time>&nbsp;left`;
  if (confirmationId !== null)
    return html`order ${orderId},
      <a href="/confirmations/${confirmationId}" target="_blank" rel="noreferrer">confirmation</a>`;
  return shortId(itemReservationId);
}
