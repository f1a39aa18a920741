import type { UpsellPhase } from '../model/index.ts';
import { onceInView } from './in-view.ts';

const CSS_TEXT =
  ':host{display:block}:host([hidden]),[hidden]{display:none}' +
  'div{min-block-size:var(--rokt-upsell-reserve,0)}.given-back{min-block-size:0}';

const PHASE_SLOTS = ['loading', 'empty', 'failed'] as const;

/** What an element shows: the slot of its phase above the mount, in a space that the page may reserve. */
export class View {
  readonly #reserve = document.createElement('div');
  readonly #slots = PHASE_SLOTS.map((name) => {
    const slot = document.createElement('slot');
    slot.name = name;
    slot.hidden = true;
    return slot;
  });
  readonly #states: CustomStateSet | undefined;
  #phase: UpsellPhase | undefined;
  #stopWaiting: (() => void) | undefined;

  /** @param states the host's, where it has them */
  constructor(root: ShadowRoot, states: CustomStateSet | undefined) {
    this.#states = states;
    this.#reserve.append(...this.#slots, document.createElement('slot'));
    root.replaceChildren(this.#reserve);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
    root.adoptedStyleSheets = [sheet];
  }

  /** Shows `phase`. Space is given back only while nobody sees it, so that nothing jumps. */
  show(phase: UpsellPhase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.stop();
    for (const slot of this.#slots) slot.hidden = slot.name !== phase;
    try {
      this.#states?.clear();
      this.#states?.add(phase);
    } catch {
      // Older engines take dashed states only; there `phase` has to be read.
    }
    this.#reserve.className = '';
    if (phase === 'empty' || phase === 'failed') {
      const giveBack = () => (this.#reserve.className = 'given-back');
      this.#stopWaiting = onceInView(this.#reserve, false, '0px', giveBack);
    }
  }

  /** Stops waiting for anything. */
  stop(): void {
    this.#stopWaiting?.();
  }
}
