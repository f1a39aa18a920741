import { expect, fixture, html } from '@open-wc/testing';
import { buildCartItem } from '../../src/testing/index.ts';
import { setUpHostedPage } from '../support/hosted-page.ts';
import { reached } from '../support/mount-upsell.ts';
import { block, readMarkup, runModule } from '../support/run-block.ts';
import { addSdkPlusStub, letSdkPlusCome, removeSdkPlus } from '../support/sdk-plus.ts';

/** The shop of the samples. */
interface Shop {
  setUpsells(items: readonly unknown[]): void;
  onRemove?: (cartItemId: string) => Promise<{ readonly outcome: string }>;
  onEmail?: (email: string) => Promise<void>;
}

/** The element of a sample of HTML, in a page whose SDK+ comes after it. */
async function mountSample(text: string) {
  const { launched } = await setUpHostedPage();
  await addSdkPlusStub();
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  const { element: upsell } = readMarkup(text);
  parent.append(upsell);
  const ready = reached(upsell, 'placements-ready');
  await letSdkPlusCome();
  const selection = await (await launched(0)).nextSelection();
  selection.succeed();
  return { upsell, selection, detail: (await ready).detail };
}

describe('the samples for SDK+', () => {
  afterEach(removeSdkPlus);

  for (const [path, number] of [
    ['/docs/sdk-plus.md', 0],
    ['/README.md', 2],
    ['/docs/migration.md', 3],
  ] as const) {
    it(`of ${path} shows the placements that SDK+ selects`, async () => {
      const { selection, detail } = await mountSample(await block(path, number, 'html'));
      expect(detail).to.deep.include({ servedBy: 'launcher', count: 1 });
      expect(selection.request.identifier).to.equal('checkout.upsell');
      expect(selection.request.attributes).to.include({ eventId: '1100526195FA115A' });
    });
  }

  it('by hand of /docs/migration.md select the same', async () => {
    const { launched } = await setUpHostedPage();
    await addSdkPlusStub();
    await runModule(await block('/docs/migration.md', 2, 'js'));
    await letSdkPlusCome();
    const selection = await (await launched(0)).nextSelection();
    selection.succeed();
    expect(selection.request.identifier).to.equal('checkout.upsell');
    expect(selection.request.attributes).to.include({ eventId: '1100526195FA115A' });
  });

  it('instead of glue keep the shop’s upsells, remove one and pass an address on', async () => {
    const page = '/docs/sdk-plus.md';
    const { selection } = await mountSample(await block(page, 0, 'html'));
    let upsells: readonly unknown[] = [];
    const shop: Shop = {
      setUpsells(items) {
        upsells = items;
      },
    };
    await runModule(await block(page, 1, 'js'), { shop });
    selection.shopperSets(buildCartItem({ cartItemId: 'a' }));
    expect(upsells).to.have.length(1);
    const removed = shop.onRemove?.('a');
    const send = await selection.nextSend();
    send.resolve();
    send.answer();
    expect((await removed)?.outcome).to.equal('applied');
    expect(upsells).to.have.length(0);
    await shop.onEmail?.('jane@example.com');
    expect(selection.attributesSet.at(-1)).to.include({ email: 'jane@example.com' });
  });

  it('about consent make the kit’s launcher with it', async () => {
    const { launched } = await setUpHostedPage();
    await runModule(await block('/docs/sdk-plus.md', 2, 'js'));
    await addSdkPlusStub();
    await letSdkPlusCome();
    expect((await launched(0)).options).to.include({ noTargeting: true });
  });
});
