import { createLauncher } from './page/create-launcher.ts';
import { toSettings } from './page/settings.ts';
import { oneLauncher } from './page/one-launcher.ts';

const script = document.currentScript as HTMLScriptElement | null;

// One script is enough: a second would make a second launcher.
if (script?.src && !window.Rokt?.createLauncher) {
  const settings = toSettings(script.src);
  window.Rokt = {
    ...window.Rokt,
    createLauncher: oneLauncher((options, ended) => createLauncher(options, settings, ended)),
  };
}
