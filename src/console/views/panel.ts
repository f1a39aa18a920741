import { html, type TemplateResult } from 'lit';

/** What stands around a panel. */
export interface Panel {
  readonly id: string;
  readonly title: string;
  /** Beside the title: a number, or a word. */
  readonly note?: string | number | undefined;
  readonly tools?: TemplateResult;
}

/** One panel, which the page's navigation leads to. */
export function panelView({ id, title, note = '', tools }: Panel, inside: unknown): TemplateResult {
  return html`
    <section class="panel" id=${id} aria-labelledby="${id}-title" tabindex="-1">
      <div class="panel-head">
        <h2 id="${id}-title">${title}</h2>
        <span class="note">${note}</span>
        ${tools ?? ''}
      </div>
      ${inside}
    </section>
  `;
}

/** What a panel says while there is nothing in it. */
export function emptyView(text: unknown): TemplateResult {
  return html`<p class="empty">${text}</p>`;
}

/** How something stands, in a word and a colour. */
export function chipView(word: string, kind: 'good' | 'bad' | 'quiet' | 'busy'): TemplateResult {
  return html`<span class="chip ${kind}">${word}</span>`;
}
