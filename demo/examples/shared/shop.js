/** All that an example's page takes from the shop: free of any framework, and without effect on import. */
export {
  openCart,
  withDelivery,
  withoutUpsell,
  withoutWish,
  withUpsell,
  withWanted,
} from '../../cart-state.js';
export { connectedLines } from '../../cart-sums.js';
export { launcherAttributes, launcherProperties } from '../../launcher-choice.js';
export { showLog } from '../../log.js';
export { en as words } from '../../words/en.js';
export * from './fields.js';
export { flowStart, OrderFlow } from './order-flow.js';
export { startPage } from './page.js';
export * from './views.js';

/**
 * @typedef {import('../../cart-lines.js').Line} Line
 * @typedef {import('../../cart-state.js').CartState} CartState
 * @typedef {import('../../order-rows.js').OrderRow} OrderRow
 * @typedef {import('../../shop-orders.js').ShopOrder} ShopOrder
 * @typedef {import('./order-flow.js').FlowState} FlowState
 * @typedef {import('./views.js').CartView} CartView
 * @typedef {import('./views.js').OrderView} OrderView
 */
