import { expect } from '@open-wc/testing';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { openPage } from '../support/scripted-page.ts';

interface Held {
  readonly timers: number;
  readonly observers: number;
  readonly listeners: readonly string[];
  readonly scripts: number;
  readonly elements: number;
}

const modes = {
  hosted: ['/script/rokt-upsell.js', { 'account-id': '222', 'sdk-url': '/support/page/launcher.js' }],
  offers: ['/script/rokt-upsell-offers.js', { 'offers-url': '/offers/madison-square-garden.json' }],
} as const;

for (const [mode, [file, attributes]] of Object.entries(modes)) {
  it(`1,000 times connected and disconnected, ${mode} leaves no listener, timer, observer or tag`, async () => {
    const page = await openPage({
      html: `<body><script src="/support/page/cycles.js"></script><script type="module" src="${file}"></script>`,
    });
    await page.until(({ isDefined }) => isDefined);
    await page.act('cycle', 20, attributes);
    const before = await page.act<Held>('held');
    await page.act('cycle', 1_000, attributes);
    const after = await page.act<Held>('held');
    expect(after).to.deep.equal(before);
    expect([after.timers, after.observers]).to.deep.equal([0, 0]);
    page.close();
  }).timeout(PATIENCE.file);
}
