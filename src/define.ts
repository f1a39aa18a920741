import { RoktUpsellElement } from './element/index.ts';
import { warn } from './element/warn.ts';

// Nothing on a server.
if (typeof document !== 'undefined') define();

/** Registers the tag, or says why not: in an engine that is too old or none at all, and where the tag is taken. */
function define(): void {
  if (!('adoptedStyleSheets' in document && 'attachInternals' in HTMLElement.prototype)) {
    return warn(
      'not defined, since it needs a real browser: jsdom and happy-dom are none, and neither is a very old one',
    );
  }
  if (customElements.get('rokt-upsell')) {
    return warn('defined already: load one of rokt-upsell.js and rokt-upsell-offers.js, once');
  }
  customElements.define('rokt-upsell', RoktUpsellElement);
}
