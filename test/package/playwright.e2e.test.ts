import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../../tools/setup/free-port.mjs';
import { plainEnvironment } from '../support/plain-environment.ts';
import { openShop, project, type Shop, tool } from './packed.ts';

const page = readFileSync(join(project, 'docs/testing-with-a-service.md'), 'utf8');
const [, ofPlaywright = ''] = /^## Playwright\n([^]*?)^## /m.exec(page) ?? [];

describe('docs/testing-with-a-service.md, Playwright', () => {
  let shop: Shop;
  before(() => {
    shop = openShop();
    writeFileSync(join(shop.folder, 'package.json'), '{"type": "module"}');
    for (const [, code = '', name = ''] of ofPlaywright.matchAll(/```js\n(\/\/ (\S+)\n[^]*?)```/g))
      writeFileSync(join(shop.folder, name), code);
  });
  after(() => shop.close());

  /** Playwright's own run of the page's tests, with the browser that there is. */
  const runTests = async () => {
    const launch = { executablePath: process.env['ROKT_UPSELL_CHROMIUM'] ?? '', args: ['--no-sandbox'] };
    const config = `import config from './playwright.config.js';
      export default { ...config, use: { ...config.use, launchOptions: ${JSON.stringify(launch)} } };`;
    writeFileSync(join(shop.folder, 'own.config.js'), config);
    const cli = join(shop.folder, 'node_modules/@playwright/test/cli.js');
    const args = [cli, 'test', '--config', 'own.config.js', '--reporter', 'line', '--workers', '1'];
    const env = { ...plainEnvironment(), NODE_TEST_CONTEXT: undefined, PORT: String(await freePort()) };
    const child = spawn(process.execPath, args, { cwd: shop.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    return { code, output: out + err };
  };

  it('passes as the page says', async () => {
    const { code, output } = await runTests();
    assert.match(output, /\b2 passed\b/);
    assert.equal(code, 0);
  });

  it('has types of its own over those of Playwright', () => {
    const code = `import { expect, test } from 'rokt-upsell/testing/playwright';
      test('sells', async ({ page, upsell, upsellService }) => {
        await page.goto(upsellService.url);
        // @ts-expect-error an id is text
        const id: number = upsell.accountId;
        expect((await upsell.cartItems())[0]?.quantity).toBe(id);
      });`;
    const compilerOptions = {
      ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
      ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
    };
    writeFileSync(join(shop.folder, 'typed.ts'), code);
    writeFileSync(
      join(shop.folder, 'tsconfig.json'),
      JSON.stringify({ files: ['typed.ts'], compilerOptions }),
    );
    tool('typescript/bin/tsc', ['-p', shop.folder], shop.folder);
  });

  it('fails where the page that is tested shows nothing', async () => {
    const file = join(shop.folder, 'shop.js');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"checkout.upsell"', '"another.page"'));
    const { code, output } = await runTests();
    assert.match(output, /\b1 failed\b[^]*Expected: "ready"|Expected: "ready"[^]*\b1 failed\b/);
    assert.equal(code, 1);
  });
});
