import puppeteer from 'puppeteer-core';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { type EngineName, findEngines, type WebKitPrograms } from '../../tools/setup/engines.mjs';
import { startWebKitSession } from '../support/webkit-session.ts';

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

/** WebKitGTK, by its driver. */
async function startByWebDriver(programs: WebKitPrograms): Promise<Painter> {
  const { version, send, stop } = await startWebKitSession(programs, '--full-screen');
  // It paints no more than the window shows.
  await send('POST', '/window/rect', { x: 0, y: 0, width: 1280, height: 1024 });
  return {
    version,
    async open(url) {
      await send('POST', '/url', { url });
    },
    evaluate: (script) => send('POST', '/execute/sync', { script, args: [] }),
    async paint() {
      // The whole window: of an element this driver now and then paints a part alone.
      const picture = await send('GET', '/screenshot');
      return Buffer.from(picture as string, 'base64');
    },
    stop,
  };
}
