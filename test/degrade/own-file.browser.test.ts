import { expect } from '@open-wc/testing';
import { freshKey, openPage } from '../support/scripted-page.ts';
import { ownFileRows } from './rows.ts';

/** The style sheet exactly as docs/loading-slot.md publishes it. */
async function publishedStyle(): Promise<string> {
  const text = await (await fetch('/docs/loading-slot.md')).text();
  const [, css] = /```css\n([\s\S]*?)```/.exec(text) ?? [];
  if (css === undefined) throw new Error('docs/loading-slot.md has no style sheet');
  return css;
}

describe('the degrade matrix, without our own file', () => {
  for (const { name, query, attributes } of ownFileRows) {
    it(`${name}: the loading slot, then nothing, and the element once the file comes`, async () => {
      const key = freshKey();
      const html = `<style>${await publishedStyle()} :root { --rokt-upsell-patience: 3600s; --rokt-upsell-reserve: 120px }</style>
        <script type="module" ${attributes} src="/script/rokt-upsell.js?key=${key}&amp;${query}"></script>
        <rokt-upsell account-id="222" sdk-url="/support/page/launcher.js">
          <p slot="loading">Looking for extras …</p>
          <p slot="empty">There are no extras.</p>
          <p slot="failed">Extras cannot be shown right now.</p>
        </rokt-upsell>
        <button>Place order</button>`;
      const page = await openPage({ html });
      // The element stands there before the parser has come to its children.
      const first = await page.until(({ height, children }) => height > 0 && children.length === 3);
      expect([first.isDefined, first.shown]).to.deep.equal([false, ['loading']]);
      expect(first.height).to.be.at.least(120);
      await page.act('style', '--rokt-upsell-patience', '0.1s');
      const last = await page.until(({ shown }) => shown.length === 0);
      expect([last.isDefined, last.events, last.errors]).to.deep.equal([false, [], []]);
      expect(last.height, 'nothing jumps').to.equal(first.height);

      await page.act('load', `/script/rokt-upsell.js?again=${key}`);
      const ready = await page.until(({ phase, isOffered }) => phase === 'ready' && isOffered);
      expect(ready.shown).to.deep.equal(['mount']);
      page.close();
    });
  }
});
