export type { FactEvent } from './fact-event.ts';
export { hashAttributesBy } from './hash-attributes.ts';
export type { SelectionInput } from './selection-input.ts';
export { sessionIdOf } from './session-id.ts';
export type { UpdateResult, UpdateWish } from './update-wish.ts';
export { UpsellSelection } from './upsell-selection.ts';
