import type { ReactiveController } from '@lit/reactive-element';
import type { UpsellError } from '../model/index.ts';
import type { FactEvent, UpsellSelection } from '../selection/index.ts';
import { toEventOfFact } from './fact-to-event.ts';
import { toFormValue } from './form-value.ts';
import { openLink } from './open-link.ts';
import { createTimeline } from './timeline.ts';
import type { UpsellProperties } from './upsell-properties.ts';
import { createView } from './view.ts';
import { warn } from './warn.ts';

/** Tells the facts of an element's selection: to the shopper by its view, to the page by events and the form's value. */
export class FactTeller implements ReactiveController {
  readonly #host: UpsellProperties;
  readonly #selection: UpsellSelection;
  readonly #internals: ElementInternals;
  readonly #view;
  readonly #timeline = createTimeline();
  readonly #warned = new Set<string>();

  constructor(host: UpsellProperties, selection: UpsellSelection) {
    this.#host = host;
    this.#selection = selection;
    this.#internals = host.attachInternals();
    this.#view = createView(host, this.#internals);
    selection.addEventListener('fact', this.#tell);
    host.addController(this);
  }

  /** Where the view is drawn. */
  get root(): ShadowRoot {
    return this.#view.root;
  }

  hostConnected(): void {
    this.#view.show(this.#selection.state.phase);
    document.addEventListener('securitypolicyviolation', this.#timeline.noteViolation);
  }

  hostUpdated(): void {
    this.#setFormValue();
  }

  hostDisconnected(): void {
    this.#view.stop();
    document.removeEventListener('securitypolicyviolation', this.#timeline.noteViolation);
  }

  /** What has happened so far, as JSON. */
  report(): string {
    return this.#timeline.toReport(this.#selection.state);
  }

  /** One fact: the state holds it already; now one rendering and one event. */
  readonly #tell = (told: FactEvent): void => {
    const { state } = this.#selection;
    const { fact } = told;
    this.#view.show(state.phase);
    this.#timeline.note(fact);
    this.#setFormValue();
    if ('error' in fact.detail) this.#warnOf(fact.detail.error);
    const event = toEventOfFact(told, state);
    if (!event) return;
    const isWanted = this.#host.dispatchEvent(event);
    // Whoever listens further up would never hear of what happens after the element has gone.
    if (!this.#host.isConnected) document.dispatchEvent(new CustomEvent(event.type, event));
    if (fact.type === 'link-requested' && isWanted) openLink(fact.detail.url);
  };

  /** Only where a form asks for it: the text is made anew with each change. */
  #setFormValue(): void {
    const { name, sessionId } = this.#host;
    this.#internals.setFormValue(name ? toFormValue(this.#selection.state, sessionId) : null);
  }

  /** What the page or Rokt has said wrong would else be seen by nobody, since no checkout stops for it. Each fault once. */
  #warnOf({ code, message }: Error & Partial<Pick<UpsellError, 'code'>>): void {
    if (!code?.startsWith('invalid-') || this.#warned.has(message)) return;
    this.#warned.add(message);
    // A query may hold a secret.
    const [address] = this.#host.offersUrl?.split(/[?#]/) ?? [];
    warn(code === 'invalid-offers' ? `${address}: ${message}` : message);
  }
}
