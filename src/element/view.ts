import type { UpsellPhase } from '../model/index.ts';
import { onceInView } from './in-view.ts';

/** What an element shows: the slot of its phase above the mount, in a space that the page may reserve. */
export interface View {
  /** Where it is drawn. */
  readonly root: ShadowRoot;
  /** Shows `phase`. Space is given back only while nobody sees it, so that nothing jumps. */
  show(phase: UpsellPhase): void;
  /** Stops waiting for anything; whatever is shown next is shown anew. */
  stop(): void;
}

/** The view of `host`, in the shadow root that it has or gets; what a server has drawn there is gone. */
export function createView(host: HTMLElement, internals: ElementInternals): View {
  const root = internals.shadowRoot ?? host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [createStyles()];
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
  return {
    root,
    show(phase) {
      if (phase === shown) return;
      shown = phase;
      stop?.();
      for (const slot of slots) slot.hidden = slot.name !== phase;
      tell(host, internals, phase);
      reserve.className = '';
      if (phase !== 'empty' && phase !== 'failed') return;
      stop = onceInView(reserve, false, '0px', () => {
        reserve.className = 'given-back';
      });
    },
    stop() {
      stop?.();
      shown = undefined;
    },
  };
}

/** Makes `phase` known to style sheets: as a custom state, or as an attribute where the browser has none. */
function tell(host: HTMLElement, { states }: ElementInternals, phase: UpsellPhase): void {
  if (!CSS.supports('selector(:state(a))')) return host.setAttribute('phase', phase);
  states.clear();
  states.add(phase);
}

/** A style sheet, and no `<style>` for a policy to forbid. */
function createStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{display:block}:host([hidden]),[hidden]{display:none}' +
      'div{min-block-size:var(--rokt-upsell-reserve,0)}.given-back{min-block-size:0;transition:min-block-size .2s}',
  );
  return sheet;
}
