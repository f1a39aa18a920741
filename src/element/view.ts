import type { UpsellPhase } from '../model/index.ts';
import { onceInView } from './in-view.ts';

/** The element's style sheet: one for all elements, and no `<style>` for a policy to forbid. */
export function createStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{display:block}:host([hidden]),[hidden]{display:none}' +
      'div{min-block-size:var(--rokt-upsell-reserve,0)}.given-back{min-block-size:0}',
  );
  return sheet;
}

/** What an element shows: the slot of its phase above the mount, in a space that the page may reserve. */
export interface View {
  /** Shows `phase`. Space is given back only while nobody sees it, so that nothing jumps. */
  show(phase: UpsellPhase): void;
  /** Stops waiting for anything. */
  stop(): void;
}

/** @param states the host's, where it has them */
export function createView(root: ShadowRoot, states: CustomStateSet | undefined): View {
  const slots = ['loading', 'empty', 'failed'].map((name) => {
    const slot = document.createElement('slot');
    slot.name = name;
    slot.hidden = true;
    return slot;
  });
  const reserve = document.createElement('div');
  reserve.append(...slots, document.createElement('slot'));
  root.replaceChildren(reserve);

  let shown: UpsellPhase | undefined;
  let stop: (() => void) | undefined;
  const view: View = {
    show(phase) {
      if (phase === shown) return;
      shown = phase;
      stop?.();
      for (const slot of slots) slot.hidden = slot.name !== phase;
      try {
        states?.clear();
        states?.add(phase);
      } catch {
        // Older engines take dashed states only; there `phase` has to be read.
      }
      reserve.className = '';
      if (phase !== 'empty' && phase !== 'failed') return;
      stop = onceInView(reserve, false, '0px', () => {
        reserve.className = 'given-back';
      });
    },
    stop: () => stop?.(),
  };
  view.show('idle');
  return view;
}
