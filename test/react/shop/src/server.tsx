import { renderToString } from 'react-dom/server';
import { toUpsell } from './upsell.tsx';

/** What a server sends. */
export function render(): string {
  const props = { accountId: '222', placementAttributes: { event: 'gala' }, onPlacementsReady: () => {} };
  return renderToString(toUpsell(props));
}
