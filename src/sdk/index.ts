export type { ConsentFlags } from './consent.ts';
export { createGivenSource, type GivenLauncher, type MadeLauncher } from './given-source.ts';
export type * from './launcher.ts';
export { acquireBriefly, type LauncherClient, type LauncherSource, timeoutError } from './launcher-source.ts';
export * from './messages.ts';
export { allowScriptOrigin } from './script-origins.ts';
export * from './source-choice.ts';
export { unlessAborted } from './unless-aborted.ts';
