import type { Mutant } from '../support/mutants/mutant.ts';

/** Faults that a bridge between two carts is known to have. The property suite has to find each of them. */
export const mutants: readonly Mutant[] = [
  {
    name: 'pair by order only',
    file: 'selection/update-requests.ts',
    find: 'flight.isDue || newQuantity(update) === flight.request.wish.quantity',
    replace: 'flight.isDue || newQuantity(update) >= 0',
  },
  {
    name: 'pair across items',
    file: 'selection/update-requests.ts',
    find: '?? lanes.get(nextId);\n    if',
    replace: '?? [...lanes.values()][0];\n    if',
  },
  {
    name: 'answer an echo',
    file: 'cart/connect-cart.ts',
    find: 'const item = (detail.cartItem ?? detail.oldCartItem) as CartItem;',
    replace:
      'const item = (detail.cartItem ?? detail.oldCartItem) as CartItem; void sides.ask(item.cartItemId, detail.cartItem?.quantity ?? 0).catch(() => undefined);',
  },
  {
    name: 'correlate by cartItemId only',
    file: 'model/cart-item.ts',
    find: 'return JSON.stringify([item.catalogItemId, item.linkedProductId ?? null]);',
    replace: 'return (item as CartItem).cartItemId;',
  },
  {
    name: 'no clamp',
    file: 'offers/offer-item.ts',
    find: 'return Math.max(minimum, Math.min(wished, most));',
    replace: 'return Math.max(wished, Math.min(minimum, most, 0));',
  },
  {
    name: 'add instead of set',
    file: 'cart/item-alignment.ts',
    find: 'const change = { ...now.upsell, quantity,',
    replace: 'const change = { ...now.upsell, quantity: quantity && quantity + now.line,',
  },
  {
    name: 'resolve on send()',
    file: 'selection/update-requests.ts',
    find: '.then(() => lane.flight === flight && timers.push(setTimeout(expectNoBetter, SETTLE_DELAY)));',
    replace:
      ".then(() => lane.flight === flight && (end(lane), request.resolve({ outcome: 'applied', cartItem: null, oldCartItem: null }), sendNext(lane)));",
  },
  {
    name: 'keep an overtaken selection',
    file: 'selection/upsell-selection.ts',
    find: 'this.#run?.end();\n    const run =',
    replace: 'const run =',
  },
  {
    name: 'drop the queue on ready',
    file: 'selection/upsell-selection.ts',
    find: "if (phase === 'ready') this.#run?.request(request);\n      else request.reject",
    replace: "if (phase !== 'ready') request.reject",
  },
  {
    name: 'raise under at-most',
    file: 'model/linked-quantities.ts',
    find: "return policy === 'at-most' ? Math.min(wished, product) : wished;",
    replace: "return policy === 'at-most' ? product : wished;",
  },
  {
    name: 're-send after a conflict',
    file: 'cart/next-step.ts',
    find: 'const wasRefused = refusal?.wanted === wanted && refusal.placed === placed;',
    replace: 'const wasRefused = refusal === null;',
  },
];
