import type { ScriptedLauncher } from 'rokt-upsell/testing';
import type { Shown } from './scenes.tsx';

declare global {
  interface Window {
    /** Drives this page; `show` and `hide` resolve when React has flushed. */
    conformance: {
      show(scene: Shown['scene'], state: Shown['state']): Promise<void>;
      hide(): Promise<void>;
      define(): Promise<unknown>;
      readonly heard: { readonly type: string; readonly handler: string }[];
      launcher(): ScriptedLauncher;
    };
  }
}
