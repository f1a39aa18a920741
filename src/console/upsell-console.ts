import { html, LitElement, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import { tokenStyles } from '../offers/tokens.ts';
import { DevApi } from './dev-api.ts';
import { type ConsoleEvent, type Link, readEvents } from './feed/event-feed.ts';
import { nextShown, NOTHING, type Shown } from './shown.ts';
import { callStyles } from './styles/call-styles.ts';
import { controlStyles } from './styles/control-styles.ts';
import { layoutStyles } from './styles/layout-styles.ts';
import { panelStyles } from './styles/panel-styles.ts';
import { forgetToken, keepToken, takeToken } from './token.ts';
import { askView } from './views/ask-view.ts';
import type { Acts } from './views/acts.ts';
import { CallsFilter } from './views/calls-filter.ts';
import { callsView } from './views/calls-view.ts';
import { cartsView } from './views/carts-view.ts';
import { deliveriesView } from './views/deliveries-view.ts';
import { faultsView } from './views/faults-view.ts';
import { headerView } from './views/header-view.ts';
import { reportView } from './views/report-view.ts';
import { stockView } from './views/stock-view.ts';
import { targetingView } from './views/targeting-view.ts';

/** The account that is shown unless `?account=` names another. */
const FIRST_ACCOUNT = '222';

/**
 * The console of the upsell service: what happens to one account, live, with its clock and its faults.
 *
 * @tag upsell-console
 */
export class UpsellConsole extends LitElement {
  static override styles = [unsafeCSS(tokenStyles()), layoutStyles, panelStyles, callStyles, controlStyles];
  static override properties: PropertyDeclarations = {
    shown: { state: true },
    said: { state: true },
  };

  /** What is known of the account. */
  declare shown: Shown;
  /** What came of the last thing that was done. */
  declare said: string;
  readonly #filter = new CallsFilter(() => this.requestUpdate());
  #token = takeToken();
  #accountId = new URLSearchParams(location.search).get('account') ?? FIRST_ACCOUNT;
  #reading: AbortController | undefined;

  constructor() {
    super();
    this.shown = NOTHING;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  /** Once a frame, however many calls come: a whole log comes at once. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await super.scheduleUpdate();
  }

  override render(): TemplateResult {
    const { shown, said } = this;
    if (this.#token === undefined || shown.link === 'refused')
      return askView(shown.link === 'refused', (token) => this.#unlock(token));
    const acts = this.#acts;
    return html`
      ${headerView(shown, acts, this.#accountId)}
      <p class="said" role="status">${said}</p>
      <main>
        ${callsView(shown, this.#filter, acts)}
        <div class="side">
          ${cartsView(shown)} ${faultsView(shown, acts)} ${targetingView(shown)} ${deliveriesView(shown)}
          ${stockView(shown)} ${reportView(shown, acts)}
        </div>
      </main>
    `;
  }

  get #api(): DevApi {
    return new DevApi(location.origin, this.#token ?? '', this.#accountId);
  }

  get #acts(): Acts {
    return {
      run: (act, done) => this.#run(act, done),
      // Async: a page that is not of this machine, and without https, has no clipboard.
      copy: (text) => this.#run(async () => navigator.clipboard.writeText(text), 'Copied.'),
      show: (accountId) => this.#show(accountId),
      showCall: (id) => this.#showCall(id),
    };
  }

  async #run(act: (api: DevApi) => Promise<void>, done: string): Promise<void> {
    this.said = '';
    this.said = await act(this.#api).then(
      () => done,
      (error: unknown) => `That failed: ${String(error)}`,
    );
  }

  #unlock(token: string): void {
    keepToken(token);
    this.#token = token;
    this.#read();
  }

  #show(accountId: string): void {
    this.#accountId = accountId;
    history.replaceState(null, '', `?${new URLSearchParams({ account: accountId })}`);
    this.#read();
  }

  #showCall(id: string): void {
    this.#filter.showAlone(id);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('.call summary')?.focus();
    });
  }

  /** Reads the account's events from the start. */
  #read(): void {
    this.#reading?.abort();
    this.shown = NOTHING;
    const token = this.#token;
    if (token === undefined) return;
    const reading = new AbortController();
    this.#reading = reading;
    const listener = {
      onEvent: (event: ConsoleEvent) => {
        if (!reading.signal.aborted) this.shown = nextShown(this.shown, event, performance.now());
      },
      onLink: (link: Link) => {
        if (reading.signal.aborted) return;
        if (link === 'refused') forgetToken();
        this.shown = { ...this.shown, link };
      },
    };
    void readEvents({ url: this.#api.eventsUrl, token }, listener, reading.signal);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'upsell-console': UpsellConsole;
  }
}
