export type { SelectionRequest } from './selection-run.ts';
export type { UpdateResult, UpdateWish } from './update-wish.ts';
export { FactEvent, UpsellSelection } from './upsell-selection.ts';
