import { html, nothing, type TemplateResult } from 'lit';
import type { DeliveryState } from '../protocol.ts';
import type { Shown } from '../shown.ts';
import { chipView, emptyView, ofNewest, panelView, thingsView } from './panel.ts';

/** What providers are told, the newest first. */
export function deliveriesView(shown: Shown): TemplateResult {
  const deliveries = shown.state?.deliveries ?? [];
  const waiting = deliveries.filter(({ state }) => state !== 'delivered').length;
  const note = waiting === 0 ? String(deliveries.length) : `${waiting} of ${deliveries.length} not delivered`;
  const panel = { id: 'deliveries', title: 'Deliveries', note: ofNewest(deliveries.length, note) };
  if (deliveries.length === 0)
    return panelView(panel, emptyView('No provider was told of anything. A confirm tells of each sale.'));
  return panelView(
    panel,
    thingsView(
      deliveries,
      ({ messageId }) => messageId,
      (delivery) => deliveryView(delivery, shown),
    ),
  );
}

function deliveryView(delivery: DeliveryState, shown: Shown): TemplateResult {
  const { type, sku, provider, state, attempts, dueAt, lastError } = delivery;
  return html`
    <div class="delivery">
      <p class="line">
        ${stateView(delivery)}
        <strong>${type}</strong>
        <span class="note"
          >${sku} to ${provider}, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}</span
        >
        ${
          state === 'waiting' && attempts > 0
            ? html`<span class="note"
                >again in&nbsp;<console-time class="digits" .shown=${shown} .until=${dueAt}></console-time
              ></span>`
            : nothing
        }
      </p>
      ${lastError === null || state === 'delivered' ? nothing : html`<p class="wrong">${lastError}</p>`}
    </div>
  `;
}

function stateView({ state, attempts }: DeliveryState): TemplateResult {
  if (state === 'delivered') return chipView('delivered', 'good');
  if (state === 'given-up') return chipView('given up', 'bad');
  return attempts === 0 ? chipView('waiting', 'busy') : chipView('failing', 'bad');
}
