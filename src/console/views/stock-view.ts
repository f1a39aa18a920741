import { html, type TemplateResult } from 'lit';
import type { StockLevel } from '../protocol.ts';
import type { Shown } from '../shown.ts';
import { emptyView, panelView } from './panel.ts';

/** What is left of each product. */
export function stockView({ state }: Shown): TemplateResult {
  const stock = state?.stock ?? [];
  const panel = { id: 'stock', title: 'Stock', note: stock.length };
  if (stock.length === 0) return panelView(panel, emptyView('The catalogue sells nothing.'));
  return panelView(
    panel,
    html`<ul class="stock">
      ${stock.map(levelView)}
    </ul>`,
  );
}

function levelView({ sku, available, supplied }: StockLevel): TemplateResult {
  const left = available === null ? 'no limit' : `${available} of ${supplied} left`;
  return html`<li><strong>${sku}</strong> <span class="note">${left}</span></li>`;
}
