// Made from the schemas of src/contract by `npm run wire`.
export type * from './wire/fields.ts';
export type * from './wire/holds.ts';
export type * from './wire/errors.ts';
export type * from './wire/item-errors.ts';
export type * from './wire/cart.ts';
export type * from './wire/calls.ts';
export type * from './wire/offers.ts';
export type * from './wire/webhook.ts';
export type * from './wire/operations.ts';
