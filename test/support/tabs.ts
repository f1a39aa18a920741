import * as puppeteer from 'puppeteer-core';
import { startWebKit } from '../../tools/browsers/webkit-driver.mjs';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { findEngines } from '../../tools/setup/engines.mjs';

/** One tab of a browser, as little as a walk through its history needs. */
export interface Tab {
  goTo(url: string): Promise<unknown>;
  /** Starts to go back. */
  goBack(): Promise<unknown>;
  /** The value of a JavaScript expression on the page; promises are awaited. */
  read(expression: string): Promise<unknown>;
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
    close: () => page.close(),
  };
}

async function openWebKitTab(programs: Parameters<typeof startWebKit>[0]): Promise<Tab> {
  const webkit = await startWebKit(programs);
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${webkit.port}/session${path}`, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const browserOptions = { binary: programs.browser, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } };
  const { sessionId } = (await send('POST', '', { capabilities })) as { sessionId: string };
  return {
    goTo: (url) => send('POST', `/${sessionId}/url`, { url }),
    goBack: () => send('POST', `/${sessionId}/back`, {}),
    read: (expression) => {
      const script = `const done = arguments[0]; Promise.resolve(${expression}).then(done)`;
      return send('POST', `/${sessionId}/execute/async`, { script, args: [] });
    },
    async close() {
      await send('DELETE', `/${sessionId}`);
      await webkit.stop();
    },
  };
}
