import { html, type TemplateResult } from 'lit';
import { dateAndTime, timeLeft } from '../formats.ts';
import type { ClockState } from '../protocol.ts';
import type { Shown } from '../shown.ts';
import type { Acts } from './acts.ts';
import { chipView } from './panel.ts';

const MINUTE = 60_000;
const STEPS = [
  { ms: MINUTE, label: '+1 min' },
  { ms: 10 * MINUTE, label: '+10 min' },
  { ms: 60 * MINUTE, label: '+1 h' },
  { ms: 24 * 60 * MINUTE, label: '+1 day' },
];

const PANELS = [
  ['calls', 'Calls'],
  ['carts', 'Carts'],
  ['faults', 'Faults'],
  ['targeting', 'Targeting'],
  ['deliveries', 'Deliveries'],
  ['stock', 'Stock'],
  ['report', 'Report'],
] as const;

/** The account, how it stands with the stream, the clock, and the way to each panel. */
export function headerView(shown: Shown, acts: Acts, accountId: string): TemplateResult {
  return html`
    <header>
      <div class="bar">
        <h1>Upsell console</h1>
        ${accountView(shown, acts, accountId)} ${linkView(shown)}
        <button
          class="reset"
          @click=${() => acts.run((api) => api.reset(), `Account ${accountId} is as it was at first.`)}
        >
          Reset account
        </button>
      </div>
      ${clockView(shown, acts)}
      <nav aria-label="Panels">
        ${PANELS.map(([id, title]) => html`<a href="#${id}" @click=${leadTo}>${title}</a>`)}
      </nav>
    </header>
  `;
}

/** The panels are in a shadow tree, where no address leads. */
function leadTo(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const panel = (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1));
  panel?.scrollIntoView({ block: 'start' });
  panel?.focus({ preventScroll: true });
}

function accountView({ state }: Shown, acts: Acts, accountId: string): TemplateResult {
  const all = state?.accounts ?? [];
  const accounts = all.includes(accountId) ? all : [accountId, ...all];
  const choose = (event: Event) => acts.show((event.target as HTMLSelectElement).value);
  return html`
    <label class="account">
      <span>Account</span>
      <select @change=${choose}>
        ${accounts.map((id) => html`<option .selected=${id === accountId}>${id}</option>`)}
      </select>
    </label>
  `;
}

function linkView({ link }: Shown): TemplateResult {
  if (link === 'live') return chipView('live', 'good');
  if (link === 'unknown') return chipView('no such account', 'bad');
  return chipView(link === 'lost' ? 'reconnecting' : 'connecting', 'busy');
}

function clockView(shown: Shown, acts: Acts): TemplateResult {
  const { state } = shown;
  const advance = (ms: number, label: string) => () =>
    acts.run((api) => api.advance(ms), `The clock was moved: ${label}.`);
  const isFrozen = state?.clock.isFrozen ?? false;
  return html`
    <div class="clock" role="group" aria-label="Business time">
      <p class="now">
        <span class="label">Business time</span>
        <console-time class="digits" .shown=${shown}></console-time>
        <span class="note">${state ? shiftInWords(state.clock) : ''}</span>
      </p>
      <div class="buttons">
        ${STEPS.map(({ ms, label }) => html`<button @click=${advance(ms, label)}>${label}</button>`)}
        <button
          aria-pressed=${isFrozen}
          @click=${() => acts.run((api) => api.freeze(), 'The clock stands still.')}
        >
          Freeze
        </button>
        <button @click=${() => acts.run((api) => api.resetClock(), 'Business time is the machine’s.')}>
          Real time
        </button>
      </div>
    </div>
  `;
}

function shiftInWords({ now, isFrozen, ahead }: ClockState): string {
  const day = dateAndTime(now).slice(0, 10);
  if (isFrozen) return `${day} UTC, frozen`;
  return ahead === 0 ? `${day} UTC, real time` : `${day} UTC, ${timeLeft(ahead)} ahead`;
}
