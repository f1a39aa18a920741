import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { faultInWords, timeOfDay } from '../formats.ts';
import type { LoggedCall } from '../protocol.ts';
import type { Shown } from '../shown.ts';
import type { Acts } from './acts.ts';
import { callBodyView } from './call-body-view.ts';
import type { CallsFilter } from './calls-filter.ts';
import { chipView, emptyView, panelView } from './panel.ts';

/** More would make the page slow, and nobody reads on: the filter finds the others. */
const DRAWN = 200;

/** The calls of the account, the newest first. */
export function callsView({ calls, forgotten }: Shown, filter: CallsFilter, acts: Acts): TemplateResult {
  const chosen = filter.chosen(calls);
  const drawn = chosen.slice(-DRAWN).reverse();
  const tools = html`
    <input
      class="filter"
      type="search"
      aria-label="Filter calls"
      placeholder="Filter: reserve 409 cart-7"
      .value=${filter.text}
      @input=${(event: Event) => filter.type((event.target as HTMLInputElement).value)}
    />
  `;
  const panel = { id: 'calls', title: 'Calls', note: countOf(calls, chosen, forgotten), tools };
  if (drawn.length === 0) return panelView(panel, emptyView(whyEmpty(filter)));
  return panelView(
    panel,
    html`
      <ol class="calls">
        ${repeat(
          drawn,
          ({ id }) => id,
          (call) => callView(call, filter, acts),
        )}
      </ol>
      ${chosen.length > DRAWN ? emptyView(`The newest ${DRAWN} of them; the filter finds the others.`) : nothing}
    `,
  );
}

function countOf(calls: readonly LoggedCall[], chosen: readonly LoggedCall[], forgotten: number): string {
  const all = forgotten > 0 ? `the last ${calls.length}` : String(calls.length);
  return chosen.length === calls.length ? all : `${chosen.length} of ${all}`;
}

function whyEmpty({ text }: CallsFilter): TemplateResult {
  if (text !== '') return html`No call says “${text}”.`;
  return html`No call has come yet. Point your server’s <code>baseUrl</code> here:
    <code>${location.origin}</code>`;
}

function callView(call: LoggedCall, filter: CallsFilter, acts: Acts): TemplateResult {
  const isOpen = filter.isOpen(call);
  const toggle = (event: Event) => filter.setOpen(call, (event.target as HTMLDetailsElement).open);
  return html`
    <li class="call">
      <details ?open=${isOpen} @toggle=${toggle}>
        <summary>
          <time datetime=${new Date(call.at).toISOString()}>${timeOfDay(call.at)}</time>
          ${statusView(call)}
          <span class="operation">${call.operation}</span>
          <span class="items">${itemsInWords(call)}</span>
          ${call.fault ? chipView(`fault: ${faultInWords(call.fault)}`, 'busy') : nothing}
          <span class="took">${call.took} ms</span>
        </summary>
        ${isOpen ? callBodyView(call, acts) : nothing}
      </details>
    </li>
  `;
}

function statusView({ status, isLost }: LoggedCall): TemplateResult {
  if (status === 0) return chipView('dropped', 'bad');
  if (isLost) return chipView(`${status} lost`, 'bad');
  return chipView(String(status), status < 400 ? 'good' : 'bad');
}

/** An item of an answer, or an error of it. */
interface AnswerEntry {
  readonly success?: boolean;
  readonly code?: string;
  readonly error?: { readonly code: string };
}

/** Offers of an answer. */
interface Placement {
  readonly offers: readonly unknown[];
}

function offersInWords(placements: readonly Placement[]): string {
  const count = placements.flatMap(({ offers }) => offers).length;
  return count === 1 ? '1 offer' : `${count} offers`;
}

function itemsInWords({ answer }: LoggedCall): string {
  const { items, errors, result, placements } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(placements)) return offersInWords(placements as readonly Placement[]);
  if (typeof result === 'boolean') return result ? 'there is an offer' : 'no offer';
  const lists = [items, errors].filter((list) => Array.isArray(list)) as (readonly AnswerEntry[])[];
  return lists
    .flat()
    .map(({ success, code, error }) => (success ? 'ok' : (error?.code ?? code ?? 'refused')))
    .join(' ');
}
