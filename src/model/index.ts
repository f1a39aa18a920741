export * from './cart-item.ts';
export * from './cart-item-update.ts';
export * from './held-item.ts';
export * from './input.ts';
export * from './linked-quantities.ts';
export * from './money.ts';
export * from './upsell-error.ts';
export * from './upsell-state.ts';
