import { RoktUpsellElement } from './element/index.ts';

// Nothing on a server, nothing in an engine that is too old for it, and nothing where the tag is taken.
if (
  typeof document !== 'undefined' &&
  'attachInternals' in HTMLElement.prototype &&
  'adoptedStyleSheets' in document &&
  !customElements.get('rokt-upsell')
) {
  customElements.define('rokt-upsell', RoktUpsellElement);
}
