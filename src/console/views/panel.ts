import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

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

/** How many things of a panel are in sight: the next panel is near, however much there is. */
const IN_SIGHT = 8;

/** Things under their keys: the first of them, and the older ones where they can be opened. */
export function thingsView<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  draw: (thing: Thing) => TemplateResult,
): TemplateResult {
  const older = things.slice(IN_SIGHT);
  return html`
    ${repeat(things.slice(0, IN_SIGHT), keyOf, draw)}
    ${
      older.length === 0
        ? nothing
        : html`<details class="older">
            <summary>${older.length} older</summary>
            ${repeat(older, keyOf, draw)}
          </details>`
    }
  `;
}

/** A count of what is told newest first, at most 200 of it. */
export function ofNewest(count: number, text: string): string {
  return count < 200 ? text : `of the newest ${count}: ${text}`;
}
