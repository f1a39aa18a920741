import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { frameworkTitles } from './cases.ts';

// Angular renders on a server of its own, which a static page cannot show; what Next.js and Nuxt render is in docs/frameworks/.
const hydrating = await executeServerCommand<string[], string>('examples', 'hydrate');

/** What a hydrated page says of itself. */
interface Hydration {
  /** What the framework has reported. */
  readonly errors: readonly string[];
  /** The element as the page had it before. */
  readonly node: Element;
}

function hydrationOf({ contentWindow }: HTMLIFrameElement): Hydration | undefined {
  return (contentWindow as unknown as { hydration?: Hydration }).hydration;
}

/** Resolves with what `read` gives as soon as it is there; rejects when patience is at its end. */
async function until<T>(read: () => T | undefined, what: string): Promise<T> {
  for (const end = Date.now() + PATIENCE.fact; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const value = read();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE.fact} ms`);
  }
}

for (const name of hydrating) {
  describe(`a page that a server has rendered, in ${frameworkTitles[name] ?? name}`, () => {
    const url = `/demo/examples/${name}/dist/hydrate.html`;
    const read = async () => new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
    const slotsIn = (upsell: Element) => [...upsell.children].map(({ slot }) => slot);

    it('comes with the bare tag and its slots', async () => {
      const page = await read();
      const sent = page.querySelector('rokt-upsell');
      expect(slotsIn(sent!)).to.include.members(['loading', 'failed']);
      expect(
        [...sent!.querySelectorAll(':scope > :not([slot])')].map(({ innerHTML }) => innerHTML).join(''),
      ).to.equal('');
      expect(page.querySelectorAll('template')).to.have.length(0);
      expect(sent!.attributes.getNamedItem('account-id')?.value).to.equal('222');
    });

    const early = ['as soon as the tag is defined', ''] as const;
    const late = ['after the tag has shown its offers', '?ready'] as const;
    // React renders in its own time, so its page defines the tag only after it.
    for (const [when, query] of name === 'react' ? [early] : [early, late])
      it(`is hydrated ${when} without a complaint, keeps the node, and offers`, async () => {
        const frame = document.createElement('iframe');
        frame.src = url + query;
        frame.width = '600';
        frame.height = '600';
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
        const hydration = await until(() => hydrationOf(frame), 'hydration');
        const upsell = frame.contentDocument!.querySelector('rokt-upsell')!;
        await until(() => (upsell.phase === 'ready' ? upsell : undefined), 'phase ready');
        expect(hydration.errors).to.deep.equal([]);
        expect(upsell).to.equal(hydration.node);
        expect(upsell.placementAttributes).to.include({ venueName: 'Madison Square Garden' });
        expect(upsell.querySelectorAll('rokt-upsell-offers')).to.have.length(1);
        // What was sent, and one node for the offers, which the page may have of its own.
        const sent = slotsIn((await read()).querySelector('rokt-upsell')!).filter((slot) => slot !== '');
        expect(slotsIn(upsell)).to.deep.equal([...sent, '']);
        frame.remove();
      });
  });
}
