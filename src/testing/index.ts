export { buildCartItem } from './build-cart-item.ts';
export { ScriptedLauncher, type ScriptedLauncherOptions } from './scripted-launcher.ts';
export type { ScriptedPlacement } from './scripted-placement.ts';
export type { SubscribeReturns } from './scripted-port.ts';
export type { ScriptedSelection } from './scripted-selection.ts';
export type { ScriptedSend } from './scripted-send.ts';
