import { html, nothing, type TemplateResult } from 'lit';
import type { LoggedCall } from '../protocol.ts';
import { lacksAttributes, toCurl } from '../to-curl.ts';
import type { Acts } from './acts.ts';
import { fatesView } from './fates-view.ts';

/** All of one call: how to make it again, what was sent and answered, and what became of the offers. */
export function callBodyView(call: LoggedCall, acts: Acts): TemplateResult {
  const curl = toCurl(call, location.origin);
  return html`
    <div class="call-body">
      <p class="line">
        <code>${call.method} ${call.path}</code>
        <span class="note">x-request-id ${call.id}</span>
      </p>
      <div class="line">
        <h3>Again</h3>
        <button @click=${() => acts.copy(curl)}>Copy as curl</button>
      </div>
      <pre class="curl">${curl}</pre>
      <p class="note">
        Set <code>ROKT_API_KEY</code> in your shell: the key is not kept.
        ${lacksAttributes(call) ? 'Values of attributes are not kept either: put yours in.' : nothing}
      </p>
      ${
        call.targeting
          ? html`<h3>Offers</h3>
              ${fatesView(call.targeting)}`
          : nothing
      }
      <div class="bodies">
        <div>
          <h3>Request</h3>
          ${jsonView(call.request)}
        </div>
        <div>
          <h3>Answer</h3>
          ${jsonView(call.answer)}
        </div>
      </div>
      <details class="headers">
        <summary>Headers of the request</summary>
        <pre>
${Object.entries(call.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n')}</pre>
      </details>
    </div>
  `;
}

function jsonView(body: unknown): TemplateResult {
  if (body === undefined || body === null) return html`<p class="empty">None.</p>`;
  return html`<pre>${JSON.stringify(body, null, 2)}</pre>`;
}
