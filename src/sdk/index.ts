export type { ConsentFlags } from './consent.ts';
export { createGivenSource, type GivenLauncher } from './given-source.ts';
export * from './launcher.ts';
export { createSilentClient, type LauncherClient, type LauncherSource } from './launcher-source.ts';
export * from './messages.ts';
export type { LoadOffers } from './offers-source.ts';
export { allowScriptOrigin } from './script-origins.ts';
export * from './source-choice.ts';
