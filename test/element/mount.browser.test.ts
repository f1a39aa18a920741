import { expect } from '@open-wc/testing';
import { mountUpsell, reached } from '../support/mount-upsell.ts';
import { PARKING, served } from '../support/served-offers.ts';

/** Children of an element that show nothing where they stand. */
const INVISIBLE: Record<string, string> = {
  'a style sheet': '<style>p { color: red }</style>',
  'a script': '<script type="application/json">{}</script>',
  'a template': '<template><p>Later</p></template>',
  'a noscript': '<noscript><p>Without scripts</p></noscript>',
  'a link': '<link rel="prefetch" href="data:,">',
  'a meta': '<meta itemprop="name" content="Upsell">',
  'what is hidden': '<div hidden>Not yet</div>',
  'a hidden field': '<input type="hidden" name="step" value="2">',
  'a list of suggestions': '<datalist><option>1</option></datalist>',
  'a line break': '<br>',
  'a comment': '<!-- the upsell -->',
  'text alone': 'One moment …',
  'children of other slots': '<p slot="loading">…</p>',
  'several of them': '<!-- a --><style></style>\n<script type="text/plain"></script><p slot="failed">No.</p>',
};

/** Elements in which no block can stand, by the content model of HTML. */
const TOO_NARROW = [
  'p',
  'h2',
  'span',
  'b',
  'pre',
  'button',
  'label',
  'ul',
  'table',
  'img',
  'input',
  'select',
];

describe('the mount', () => {
  for (const [what, markup] of Object.entries(INVISIBLE)) {
    it(`is no child that cannot show anything: ${what}`, async () => {
      const { element, rokt } = await mountUpsell({ innerHTML: markup });
      await rokt.nextSelection();
      const [mount] = element.querySelectorAll(':scope > #rokt-placeholder');
      expect(mount).to.be.instanceOf(HTMLDivElement);
      expect(element.innerHTML.startsWith(element.innerHTML.replace(mount!.outerHTML, ''))).to.equal(true);
      expect(element.lastElementChild).to.equal(mount);
    });
  }

  it('is a child in the slot without a name, however that is written', async () => {
    const { element, rokt } = await mountUpsell({ innerHTML: '<style></style><div slot=""></div>' });
    await rokt.nextSelection();
    expect(element.innerHTML).to.equal('<style></style><div slot=""></div>');
  });

  it('is the child that holds a block, below a heading', async () => {
    const element = await served((it) =>
      Object.assign(it, { innerHTML: '<h2>Extras</h2><div class="card"></div>' }),
    );
    expect(element.querySelector('.card > rokt-upsell-offers')).to.not.equal(null);
  });

  it('is what has the target’s id, wherever in the element that is', async () => {
    const markup = '<header>Extras</header><div><section id="mine"></section></div>';
    const element = await served((it) => Object.assign(it, { targetId: 'mine', innerHTML: markup }));
    expect(element.querySelector('#mine > rokt-upsell-offers')).to.not.equal(null);
  });

  it('that the element has appended gives way to one that the page renders later', async () => {
    const { element, rokt } = await mountUpsell();
    await rokt.nextSelection();
    element.append(Object.assign(document.createElement('div'), { id: 'rokt-placeholder' }));
    void element.select();
    await rokt.nextSelection();
    expect(element.innerHTML).to.equal('<div id="rokt-placeholder"></div>');
  });

  for (const name of TOO_NARROW) {
    it(`that cannot hold a block, <${name}>, is a definite error`, async () => {
      const setUp = (it: HTMLElement) => {
        it.append(Object.assign(document.createElement(name), { id: 'rokt-placeholder' }));
      };
      for (const source of [{}, { launcher: undefined, offersUrl: PARKING }]) {
        const { element, rokt } = await mountUpsell((it) => {
          Object.assign(it, source);
          setUp(it);
        });
        const { error } = (await reached(element, 'placements-failed')).detail;
        expect(error.code).to.equal('target-unreachable');
        expect(error.message).to.contain(`<${name}>`);
        expect(rokt.selections).to.deep.equal([]);
        element.parentElement!.remove();
      }
    });
  }

  it('in a picture is an error too', async () => {
    const { element } = await mountUpsell({ innerHTML: '<svg></svg>' });
    expect((await reached(element, 'placements-failed')).detail.error.message).to.contain('<svg>');
  });
});
