export type { CartItem, LinkedPolicy, UpdateOutcome } from '../model/index.ts';
export type {
  Cart,
  CartLine,
  CartUpsell,
  Conflict,
  ConflictKind,
  ConnectCartOptions,
  LineId,
  LineUpsell,
  Subscription,
  UpsellChange,
  UpsellElement,
} from './cart.ts';
export { connectCart } from './connect-cart.ts';
