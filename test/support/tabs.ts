import * as puppeteer from 'puppeteer-core';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { findEngines, type WebKitPrograms } from '../../tools/setup/engines.mjs';
import { startWebKitSession } from './webkit-session.ts';

/** One tab of a browser, as little as a walk through its history, or a purchase, needs. */
export interface Tab {
  goTo(url: string): Promise<unknown>;
  /** Starts to go back. */
  goBack(): Promise<unknown>;
  /** The value of a JavaScript expression on the page; promises are awaited. */
  read(expression: string): Promise<unknown>;
  /** Clicks on the element that a JavaScript expression on the page gives, as a hand does. */
  press(expression: string): Promise<void>;
  close(): Promise<void>;
}

/** An engine to open tabs in. */
export interface TabbedEngine {
  open(): Promise<Tab>;
  stop(): Promise<void>;
}

/** The engines that this run has, under their names. */
export function tabbedEngines(): Readonly<Record<string, TabbedEngine>> {
  const { chromium, firefox, webkit } = findEngines();
  const wanted = process.env['ROKT_UPSELL_ENGINES']?.split(',') ?? ['chromium', 'firefox', 'webkit'];
  const all: Record<string, TabbedEngine> = {};
  if (chromium) all['chromium'] = puppeteerEngine('chrome', chromium);
  if (firefox) all['firefox'] = puppeteerEngine('firefox', firefox);
  if (webkit) all['webkit'] = { open: () => openWebKitTab(webkit), stop: async () => undefined };
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)));
}

function puppeteerEngine(name: 'chrome' | 'firefox', executablePath: string): TabbedEngine {
  const args = name === 'chrome' ? ['--no-sandbox'] : [];
  let browser: Promise<puppeteer.Browser> | undefined;
  return {
    async open() {
      browser ??= puppeteer.launch({
        browser: name,
        executablePath,
        args,
        timeout: PATIENCE.start,
        protocolTimeout: PATIENCE.file,
      });
      const page = await (await browser).newPage();
      page.setDefaultTimeout(PATIENCE.fact);
      return openTab(page);
    },
    stop: async () => (await browser)?.close(),
  };
}

function openTab(page: puppeteer.Page): Tab {
  return {
    goTo: (url) => page.goto(url),
    // Not `page.goBack()`: a page that comes out of the cache tells Firefox's driver nothing it could wait for.
    goBack: () => page.evaluate('void setTimeout(() => history.back())'),
    read: (expression) => page.evaluate(expression),
    async press(expression) {
      const element = (await page.evaluateHandle(expression)).asElement();
      if (!element) throw new Error(`There is nothing to press: ${expression}`);
      await (element as puppeteer.ElementHandle).click();
    },
    close: () => page.close(),
  };
}

async function openWebKitTab(programs: WebKitPrograms): Promise<Tab> {
  const { send, stop } = await startWebKitSession(programs);
  const read = (expression: string) => {
    const script = `const done = arguments[0]; Promise.resolve(${expression}).then(done)`;
    return send('POST', '/execute/async', { script, args: [] });
  };
  return {
    goTo: (url) => send('POST', '/url', { url }),
    goBack: () => send('POST', '/back', {}),
    read,
    async press(expression) {
      // Not the driver's own click: it takes what is in a shadow tree for covered by its host.
      const place = await read(`(${middleOf})(${expression})`);
      if (!place) throw new Error(`There is nothing to press: ${expression}`);
      const move = { type: 'pointerMove', origin: 'viewport', duration: 0, ...place };
      const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    close: stop,
  };
}

/** A function on the page: brings an element into the window, and tells where its middle is there. */
const middleOf = `(element) => {
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element?.getBoundingClientRect() ?? {};
  return element ? { x: Math.round(x + width / 2), y: Math.round(y + height / 2) } : null;
}`;
