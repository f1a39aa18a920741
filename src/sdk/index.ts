export type { ConsentFlags } from './consent.ts';
export * from './given-source.ts';
export * from './hosted-source.ts';
export * from './launcher.ts';
export * from './launcher-source.ts';
export * from './messages.ts';
export type { LoadOffers } from './offers-source.ts';
export { allowScriptOrigin } from './script-origins.ts';
export * from './source-choice.ts';
