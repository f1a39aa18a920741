export * from './given-source.ts';
export * from './hosted-source.ts';
export * from './kit-wait.ts';
export * from './launcher.ts';
export * from './launcher-script.ts';
export * from './launcher-source.ts';
export * from './messages.ts';
export * from './source-choice.ts';
