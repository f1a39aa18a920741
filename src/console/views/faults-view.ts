import { html, type TemplateResult } from 'lit';
import { faultInWords } from '../formats.ts';
import { isOutcome, outcomes } from '../outcomes.ts';
import type { Shown } from '../shown.ts';
import type { Acts } from './acts.ts';
import { emptyView, panelView } from './panel.ts';
import { toFault } from './to-fault.ts';

/** The faults that are set, and a form that sets one. */
export function faultsView({ state }: Shown, acts: Acts): TemplateResult {
  const faults = state?.faults ?? [];
  const hits = state?.faultHits ?? 0;
  const note =
    faults.length === 0 ? 'none set' : `${faults.length} set, ${hits} ${hits === 1 ? 'call' : 'calls'} hit`;
  const clear = html`<button
    ?disabled=${faults.length === 0}
    @click=${() => acts.run((api) => api.clearFaults(), 'No fault is set any more.')}
  >
    Clear all
  </button>`;
  return panelView(
    { id: 'faults', title: 'Faults', note, tools: clear },
    html`
      ${
        faults.length === 0
          ? emptyView('Every call goes through.')
          : html`<ul class="faults">
              ${faults.map((fault) => html`<li>${faultInWords(fault)}</li>`)}
            </ul>`
      }
      ${formView(state?.operations ?? [], acts)}
    `,
  );
}

/** Leaves open what the chosen kind of fault asks for, and shuts the rest. */
function adapt({ target }: Event): void {
  const { value: kind, form } = target as HTMLSelectElement;
  const [value, count] = ['value', 'count'].map((name) => form?.elements.namedItem(name));
  if (!(value instanceof HTMLInputElement) || !(count instanceof HTMLSelectElement)) return;
  value.disabled = !(kind === 'status' || kind === 'latency');
  value.value = kind === 'latency' ? '2000' : '503';
  count.disabled = isOutcome(kind);
}

function formView(operations: readonly string[], acts: Acts): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fault = toFault(new FormData(event.target as HTMLFormElement));
    void acts.run((api) => api.setFault(fault), `Set: ${faultInWords(fault)}.`);
  };
  return html`
    <form class="fault-form" @submit=${submit}>
      <div>
        <label for="fault-kind">What happens</label>
        <select id="fault-kind" name="kind" @change=${adapt}>
          <option value="status">answers with a status</option>
          <option value="latency">waits, in ms</option>
          <option value="request">request dropped</option>
          <option value="reply">reply dropped after the commit</option>
          ${Object.entries(outcomes).map(([kind, words]) => html`<option value=${kind}>${words}</option>`)}
        </select>
      </div>
      <div>
        <label for="fault-value">Status, or ms</label>
        <input id="fault-value" name="value" type="number" min="0" max="600000" value="503" required />
      </div>
      <div>
        <label for="fault-operation">To</label>
        <select id="fault-operation" name="operation">
          <option value="">any call</option>
          ${operations.map((operation) => html`<option>${operation}</option>`)}
        </select>
      </div>
      <div>
        <label for="fault-count">How many calls</label>
        <select id="fault-count" name="count">
          <option value="1">the next one</option>
          <option value="3">the next three</option>
          <option value="">all, until cleared</option>
        </select>
      </div>
      <button class="primary">Set fault</button>
    </form>
  `;
}
