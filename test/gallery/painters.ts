import puppeteer from 'puppeteer-core';
import { startWebKit } from '../../tools/browsers/webkit-driver.mjs';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { type EngineName, findEngines, type WebKitPrograms } from '../../tools/setup/engines.mjs';

/** A browser that draws pages and takes pictures of them. */
export interface Painter {
  readonly version: string;
  open(url: string): Promise<void>;
  /** What a script on the page returns. */
  evaluate(script: string): Promise<unknown>;
  /** A picture of the page's `main`, or of the window that has nothing else, as PNG. */
  paint(): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** Each engine of this machine that is asked for, by its name. */
export function paintersHere(): ReadonlyMap<EngineName, () => Promise<Painter>> {
  const { chromium, firefox, webkit } = findEngines();
  const asked = process.env['ROKT_UPSELL_ENGINES']?.split(',');
  const painters = new Map<EngineName, () => Promise<Painter>>();
  if (chromium) painters.set('chromium', () => startByPuppeteer('chrome', chromium));
  if (firefox) painters.set('firefox', () => startByPuppeteer('firefox', firefox));
  if (webkit) painters.set('webkit', () => startByWebDriver(webkit));
  return new Map([...painters].filter(([name]) => asked?.includes(name) ?? true));
}

async function startByPuppeteer(browser: 'chrome' | 'firefox', executablePath: string): Promise<Painter> {
  const args = browser === 'chrome' ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
  const started = await puppeteer.launch({ browser, executablePath, args, timeout: PATIENCE.start });
  const page = await started.newPage();
  return {
    version: await started.version(),
    async open(url) {
      await page.goto(url);
    },
    evaluate: (script) => page.evaluate(`(() => { ${script} })()`),
    paint: async () => (await page.$('main'))!.screenshot(),
    stop: () => started.close(),
  };
}

/** WebKitGTK, by its driver's own protocol. */
async function startByWebDriver(programs: WebKitPrograms): Promise<Painter> {
  const { port, stop } = await startWebKit(programs);
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const options = { binary: programs.browser, args: ['--automation', '--full-screen'] };
  const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
  const session = (await call('POST', '/session', { capabilities: { alwaysMatch } })) as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserVersion: string };
  };
  const page = `/session/${session.sessionId}`;
  // It paints no more than the window shows.
  await call('POST', `${page}/window/rect`, { x: 0, y: 0, width: 1280, height: 1024 });
  return {
    version: session.capabilities.browserVersion,
    async open(url) {
      await call('POST', `${page}/url`, { url });
    },
    evaluate: (script) => call('POST', `${page}/execute/sync`, { script, args: [] }),
    async paint() {
      // The whole window: of an element this driver now and then paints a part alone.
      const picture = await call('GET', `${page}/screenshot`);
      return Buffer.from(picture as string, 'base64');
    },
    async stop() {
      await call('DELETE', page);
      await stop();
    },
  };
}
