import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startDemoServer } from '../../demo/server.mjs';
import type { Cart } from '../../src/cart/index.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import type { RoktUpsellProps } from '../../src/react/index.ts';
import type { buildCartItem, ScriptedLauncher } from '../../src/testing/index.ts';
import { installPackages } from '../../tools/examples/install-packages.mjs';
import { root } from '../../tools/setup/project.mjs';
import { startChromium } from '../support/chromium.ts';

/** The versions that the wrapper is tested in. */
export const reactVersions = ['17', '18', '19'] as const;

const folder = 'test/react/shop';
const home = join(root, folder);

/** What the shop's page lets a test do. */
export interface ShopPage {
  readonly version: string;
  readonly upsell: { readonly current: RoktUpsellElement | null };
  /** What React and the element have complained of. */
  readonly errors: readonly string[];
  readonly buildCartItem: typeof buildCartItem;
  createLauncher(): ScriptedLauncher;
  render(props: RoktUpsellProps): void;
  /** Renders it with a ref of the test's own. */
  renderWith(ref: (node: RoktUpsellElement | null) => void, props: RoktUpsellProps): void;
  /** Renders the component that the documentation shows. */
  renderOffers(props: { cart: Cart; onFailed: (code: string) => void }): void;
  unmount(): void;
  /** Puts what a server has sent into the page, and returns its tag once that has found nothing to select. */
  receive(html: string): Promise<RoktUpsellElement | null>;
  /** Takes over what was received. */
  hydrate(props: RoktUpsellProps): void;
}

declare global {
  interface Window {
    shop: ShopPage;
  }
}

/** Installs what a shop needs, and the package as we would publish it. */
export async function installReactShop(): Promise<void> {
  await installPackages(folder);
}

/** Runs Node where the shop's packages are, and returns all that it wrote. */
export function runInReactShop(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

/** A shop in one React, which has installed what we would publish: its page in a browser, and what its server sends. */
export async function startReactShop(version: (typeof reactVersions)[number]) {
  await installReactShop();
  build(version);
  build(version, '--ssr', 'src/server.tsx');
  const pages = join(home, 'dist', version);
  const { render } = (await import(pathToFileURL(join(pages, 'server/server.js')).href)) as {
    render(): string;
  };
  const server = await startDemoServer({ port: 0, pages });
  const browser = await startChromium();
  return {
    /** What the server sends for the component. */
    html: render(),
    /** A fresh page. */
    async open() {
      const page = await browser.newPage();
      await page.goto(server.url);
      await page.waitForFunction(() => 'shop' in window);
      return page;
    },
    async stop() {
      await browser.stop();
      await server.close();
    },
  };
}

export type ReactShop = Awaited<ReturnType<typeof startReactShop>>;

function build(version: string, ...args: string[]) {
  const vite = join(home, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, REACT: version };
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error', ...args], { cwd: home, env });
}
