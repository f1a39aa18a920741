import { expect } from '@open-wc/testing';
import { openGallery, type Look } from '../support/gallery.ts';

const LOOKS: readonly Look[] = [
  ...(['light', 'dark'] as const).flatMap((scheme) =>
    (['ltr', 'rtl'] as const).flatMap((dir) => [
      { scheme, dir, width: 320 },
      { scheme, dir, width: 320, text: 200 },
    ]),
  ),
  { width: 1280 },
  ...['green', 'night', 'paper'].map((theme) => ({ theme })),
];

/** On a shop's page a heading stands once; here each scene has it. */
const ignoredRules = ['landmark-unique'];

describe('every state of an offer', () => {
  let gallery: Awaited<ReturnType<typeof openGallery>>;
  before(async () => {
    gallery = await openGallery();
  });

  for (const look of LOOKS)
    it(`is accessible: ${Object.values(look).join(', ')}`, async () => {
      await gallery.look(look);
      await expect(gallery.main).to.be.accessible({ ignoredRules });
    });

  for (const width of [320, 360])
    for (const text of [100, 200])
      it(`does not make the page scroll sideways at ${width} px and ${text} %`, async () => {
        await gallery.look({ width, text });
        const { scrollWidth } = document.documentElement;
        expect(scrollWidth).to.be.at.most(window.innerWidth);
      });

  it('is found out where it is not', async () => {
    await gallery.look({});
    const bad = document.createElement('style');
    bad.textContent = ':root { --rokt-upsell-on-accent: #999; --rokt-upsell-accent: #888 }';
    document.head.append(bad);
    const judge = async () => expect(gallery.main).to.be.accessible({ ignoredRules });
    const verdict = await judge().then(() => 'accessible', String);
    bad.remove();
    expect(verdict).to.contain('color-contrast');
  });
});
