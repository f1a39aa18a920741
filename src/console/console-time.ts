import { LitElement, type PropertyDeclarations } from 'lit';
import { timeLeft, timeOfDay } from './formats.ts';
import { businessTime, type Shown } from './shown.ts';

/** Business time, or how long it is until `until`: it goes on by itself, so that nothing else is drawn each second. */
export class ConsoleTime extends LitElement {
  static override properties: PropertyDeclarations = {
    shown: { attribute: false },
    until: { attribute: false },
  };

  declare shown: Pick<Shown, 'state' | 'toldAt'> | undefined;
  /** ms since the epoch, of business time. */
  declare until: number | undefined;
  #timer: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.requestUpdate(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** It is text among text. */
  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): string {
    if (!this.shown?.state) return '';
    const now = businessTime(this.shown, performance.now());
    return this.until === undefined ? timeOfDay(now) : timeLeft(this.until - now);
  }
}
