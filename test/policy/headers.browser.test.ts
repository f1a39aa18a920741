import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { integrityOf, openPage, scriptedOrigins } from '../support/scripted-page.ts';
import { probe } from './pages.ts';

/** What `rokt-upsell headers` prints: headers of one name united as HTTP unites them, and the tags. */
async function printed(...args: string[]) {
  const output = await executeServerCommand<string, string[]>('rokt-upsell', ['headers', ...args]);
  const lines = output.split('\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name, value = ''] = /^([A-Z][A-Za-z-]+): (.*)$/.exec(line) ?? [];
    if (name) headers[name] = headers[name] ? `${headers[name]}, ${value}` : value;
  }
  return { headers, tags: lines.filter((line) => line.startsWith('<')).join('\n') };
}

/** Opens a page under it that also has a script of its own text; expects offers, and no violation but that script's. */
async function expectOffers({ headers, tags }: Awaited<ReturnType<typeof printed>>, attributes: string) {
  const html = `${probe(true)}<script>throw new Error('ran');</script>${tags}<rokt-upsell account-id="222" timeout="60000" ${attributes}></rokt-upsell>`;
  const page = await openPage({ headers, html });
  const state = await page.until(({ phase, isOffered }) => phase === 'failed' || isOffered);
  expect([state.phase, state.code, state.errors]).to.deep.equal(['ready', null, []]);
  expect(state.violations).to.deep.equal(['script-src-elem inline']);
  expect(await page.act('attempt', 'html'), 'Trusted Types are enforced').to.equal(false);
  page.close();
}

/** The same, as far as a page has SDK+, whose launcher is given to the element as `launcher`. */
async function expectSdkPlusOffers({ headers, tags }: Awaited<ReturnType<typeof printed>>, app: string) {
  const html = `${probe(true)}<script>throw new Error('ran');</script>
    <script src="/sdk-plus/stub.js"></script><script async src="${app}"></script>
    ${tags}<rokt-upsell loading="manual" timeout="60000"></rokt-upsell>`;
  const page = await openPage({ headers, html });
  await page.until(({ isDefined }) => isDefined);
  await page.act('set', { launcher: 'mparticle', loading: 'eager' });
  const state = await page.until(({ phase, isOffered }) => phase === 'failed' || isOffered);
  expect([state.phase, state.code, state.errors]).to.deep.equal(['ready', null, []]);
  expect(state.violations).to.deep.equal(['script-src-elem inline']);
  const { requests } = await page.act<{ requests: string[] }>('traces');
  page.close();
  return requests;
}

describe('a page under what `rokt-upsell headers` prints', () => {
  it('shows hosted offers, with a launcher script of another host', async () => {
    const { cdn } = await scriptedOrigins();
    const sdkUrl = `${cdn}/support/page/launcher.js`;
    const lines = await printed('--base', `${cdn}/script/`, '--sdk-url', sdkUrl);
    expect(lines.headers).to.have.all.keys('Content-Security-Policy');
    await expectOffers(lines, `sdk-url="${sdkUrl}"`);
  });

  it('shows hosted offers under an Integrity-Policy, where the launcher script is pinned', async () => {
    const { cdn } = await scriptedOrigins();
    const sdkUrl = `${cdn}/support/page/launcher.js`;
    const integrity = await integrityOf(sdkUrl);
    const pinned = ['--sdk-url', sdkUrl, '--sdk-integrity', integrity];
    const lines = await printed('--mode', 'hosted', '--base', `${cdn}/script/`, ...pinned);
    expect(lines.headers).to.have.all.keys('Content-Security-Policy', 'Integrity-Policy');
    await expectOffers(lines, `sdk-url="${sdkUrl}" integrity="${integrity}"`);
  });

  it('shows offers of the shop’s own', async () => {
    const { page, cdn } = await scriptedOrigins();
    const lines = await printed('--mode', 'offers', '--base', `${cdn}/script`, '--offers-url', cdn);
    expect(lines.headers).to.have.all.keys('Content-Security-Policy', 'Integrity-Policy');
    for (const host of [page, cdn]) {
      await expectOffers(lines, `offers-url="${host}/offers/madison-square-garden.json"`);
    }
  });

  it('runs `connectCart` in a script of the page’s own, which the command was told of', async () => {
    const { page: shop, cdn } = await scriptedOrigins();
    const url = `${shop}/support/page/bridge.js?cart=${cdn}/script/cart.js`;
    const base = ['--mode', 'offers', '--base', `${cdn}/script/`, '--offers-url', cdn];
    const told = await printed(...base, '--script', `${url}=test/support/page/bridge.js`);
    const load = async (tags: string) => {
      const html = `${probe(true)}${tags}<rokt-upsell offers-url="${cdn}/offers/madison-square-garden.json"></rokt-upsell>`;
      const page = await openPage({ headers: told.headers, html });
      const state = await page.until(
        ({ text, violations }) => /bridge runs/.test(text) || violations.length > 0,
      );
      page.close();
      return [state.violations.length, /bridge runs/.test(state.text)];
    };
    expect(await load(told.tags)).to.deep.equal([0, true]);
  });

  it('shows the offers of SDK+, which the page has loaded, and loads no launcher script of ours', async () => {
    const { cdn } = await scriptedOrigins();
    const launcher = `${cdn}/support/page/launcher.js`;
    const app = `${cdn}/sdk-plus/app.js?launcher=${launcher}`;
    const lines = await printed('--mode', 'sdk-plus', '--base', `${cdn}/script/`, '--sdk-url', app);
    expect(lines.headers).to.have.all.keys('Content-Security-Policy');
    const requests = await expectSdkPlusOffers(lines, app);
    expect(requests.filter((url) => url === launcher)).to.have.length(1);
    expect(requests.some((url) => url.startsWith(`${cdn}/mparticle/identity/`))).to.equal(true);
  });

  it('loads our file by `import` too, with the integrity of the map', async () => {
    const { cdn } = await scriptedOrigins();
    const { headers, tags } = await printed('--mode', 'offers', '--base', `${cdn}/script/`);
    const [map = ''] = tags.split('\n');
    const file = `${cdn}/script/rokt-upsell-offers.js`;
    const load = async (html: string) => {
      const page = await openPage({ headers, html: probe(true) + html });
      const isLoaded = await page.act('import', file);
      page.close();
      return isLoaded;
    };
    expect(await load(map)).to.equal(true);
    expect(await load(''), 'without the map').to.equal(false);
  });
});
