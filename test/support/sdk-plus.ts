import { SDK_URL } from './hosted-rokt.ts';

/** What may be wrong with SDK+ on a page: see the head of `demo/sdk-plus/app.js`. */
export interface SdkPlusFaults {
  readonly kit?: 'missing' | 'blocked';
  readonly identity?: 'refused';
}

/** What its kit is configured with. */
export interface SdkPlusKit {
  /** The script by which it makes the launcher. */
  readonly launcher?: string;
  readonly account?: string;
}

/** Leaves on this page what Rokt's snippet does: a stub of SDK+. */
export function addSdkPlusStub(): Promise<unknown> {
  return run('/demo/sdk-plus/stub.js', 'load');
}

/** Lets the real SDK+ come; resolves once it was started. Without a `kit` that makes its launcher by the page's scripted Rokt. */
export function letSdkPlusCome(faults: SdkPlusFaults = {}, kit: SdkPlusKit = {}): Promise<unknown> {
  const query = new URLSearchParams({ launcher: SDK_URL, ...kit, ...faults });
  return run(`/demo/sdk-plus/app.js?${query}`, 'started');
}

/** Takes SDK+ and what it has stored off this page. */
export function removeSdkPlus(): void {
  window.mParticle = undefined;
  for (const key of Object.keys(localStorage)) if (key.startsWith('mprtcl')) localStorage.removeItem(key);
}

/** Runs a script on this page; resolves with an event of its tag. */
function run(url: string, event: string): Promise<unknown> {
  const script = document.createElement('script');
  const done = new Promise((resolve, reject) => {
    script.addEventListener(event, resolve);
    script.addEventListener('error', () => reject(new Error(`${url} did not load`)));
  });
  script.src = url;
  document.head.append(script);
  return done.finally(() => script.remove());
}
