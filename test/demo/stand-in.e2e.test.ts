import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCheckout } from '../support/checkout.ts';

describe('the frames of the stand-in in the concert checkout', () => {
  let demo: Awaited<ReturnType<typeof startCheckout>>;
  before(async () => {
    demo = await startCheckout();
  });
  after(() => demo.stop());

  it('speak the page’s language, and follow it', async () => {
    const checkout = await demo.open('?launcher=hosted');
    await checkout.reach('ready');
    const root = checkout.drawn.locator('html');
    assert.equal(await root.getAttribute('lang'), 'en');
    await checkout.page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await checkout.drawn.locator('html[lang=de]').waitFor();
    await checkout.drawn.getByText('statt').waitFor();
    await checkout.page.close();
  });

  it('are dark where the page is, and follow it', async () => {
    const checkout = await demo.open('?launcher=hosted');
    await checkout.reach('ready');
    const shown = (scheme: string) =>
      checkout.drawn.locator(`html[style*="color-scheme: ${scheme}"]`).waitFor({ state: 'attached' });
    await shown('light');
    await checkout.page.emulateMedia({ colorScheme: 'dark' });
    await shown('dark');
    await checkout.page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light'));
    await shown('light');
    await checkout.page.close();
  });

  it('have the page’s font and all that a page can set of the offers', async () => {
    const checkout = await demo.open('?launcher=hosted');
    await checkout.reach('ready');
    const read = await checkout.drawn.locator('rokt-upsell-offers').evaluate((offers) => {
      const sheets = offers.shadowRoot!.adoptedStyleSheets;
      const rules = sheets.flatMap((sheet) => Array.from(sheet.cssRules, ({ cssText }) => cssText));
      return rules.join('').match(/--rokt-upsell-[\w-]+/g) ?? [];
    });
    const names = [...new Set(read)].sort();
    assert.ok(names.length > 20, `it reads ${names.length}`);
    await checkout.page.evaluate((all) => {
      const { style } = document.querySelector<HTMLElement>('rokt-upsell')!;
      style.fontFamily = 'Georgia';
      for (const name of all) style.setProperty(name, '3px');
    }, names);
    await checkout.drawn.locator('body[style*="Georgia"]').waitFor();
    const set = await checkout.drawn.locator('html').evaluate((root, all) => {
      const { style } = root as HTMLElement;
      return all.filter((name) => style.getPropertyValue(name) === '3px');
    }, names);
    assert.deepEqual(set, names);
    await checkout.page.close();
  });

  it('make no script of a text', async () => {
    const checkout = await demo.open('?launcher=hosted');
    await checkout.reach('ready');
    const refused = await checkout.drawn.locator('body').evaluate((body) => {
      const acts = [
        () => body.insertAdjacentHTML('beforeend', '<b>markup</b>'),
        () => document.createElement('script').setAttribute('src', 'data:,'),
        () => Object.assign(document.createElement('script'), { text: 'alert()' }),
      ];
      return acts.map((act) => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    assert.deepEqual(refused, ['TypeError', 'TypeError', 'TypeError']);
    await checkout.page.close();
  });

  it('open links of the page’s own in a new tab', async () => {
    const checkout = await demo.open('?launcher=hosted');
    await checkout.reach('ready');
    const link = checkout.drawn.getByRole('link', { name: 'Parking terms' });
    const opened = checkout.page.context().waitForEvent('page');
    await link.click();
    const terms = await opened;
    await terms.waitForURL(`${demo.url}terms.html#parking`);
    await checkout.page.close();
  });
});
