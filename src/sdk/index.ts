export { acquireBriefly, Attempt } from './attempt.ts';
export type { ConsentFlags } from './consent.ts';
export { createGivenSource, type GivenLauncher, type MadeLauncher } from './given-source.ts';
export type * from './launcher.ts';
export type { LauncherClient, LauncherSource } from './launcher-source.ts';
export * from './messages.ts';
export { allowScriptOrigin } from './script-origins.ts';
export * from './source-choice.ts';
export { later } from './unless-aborted.ts';
