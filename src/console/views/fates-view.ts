import { html, type TemplateResult } from 'lit';
import type { OfferFate, Unmet } from '../protocol.ts';
import { chipView, emptyView } from './panel.ts';

/** What became of the offers, as they are told: those that were shown, then the nearest misses. */
export function fatesView(fates: readonly OfferFate[]): TemplateResult {
  if (fates.length === 0) return emptyView('The catalogue has no offer.');
  return html`<ul class="fates">
    ${fates.map(fateView)}
  </ul>`;
}

function fateView({ sku, name, placementId, outcome, unmet }: OfferFate): TemplateResult {
  return html`
    <li>
      <p class="line">
        ${outcomeView(outcome)} <strong>${sku}</strong>
        <span class="note">${name}, in ${placementId}</span>
      </p>
      ${unmet.map(unmetView)}
    </li>
  `;
}

function outcomeView(outcome: OfferFate['outcome']): TemplateResult {
  if (outcome === 'shown') return chipView('shown', 'good');
  return outcome === 'sold-out' ? chipView('sold out', 'bad') : chipView('missed', 'quiet');
}

function unmetView({ rule, expected, got }: Unmet): TemplateResult {
  return html`<p class="unmet">
    Not met: <b>${rule}</b>. Wanted ${expected.map((word) => `“${word}”`).join(' or ')}; got: ${got}.
  </p>`;
}
