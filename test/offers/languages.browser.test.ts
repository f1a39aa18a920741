import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.ts';
import { createOffersLauncher, type OfferMessages } from '../../src/offers/index.ts';
import { addMessages } from '../../src/offers/messages/add-messages.ts';
import '../../src/offers/messages/ar.ts';
import '../../src/offers/messages/de.ts';
import { press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { until } from '../support/until.ts';

const { positiveResponseText: _, ...parking } = buildOffer({}, { cartItemId: 'a' });
/** A page's offers without a title, so that the heading is ours. */
const untitled = { offers: { placements: [{ offers: [parking] }] } };

type Mounted = Awaited<ReturnType<typeof mountOffers>>;

const headingOf = ({ root }: Pick<Mounted, 'root'>) => root.querySelector('h2')!.textContent;
const declineOf = ({ root }: Pick<Mounted, 'root'>) => root.querySelector('.decline')!.textContent.trim();
const directionOf = ({ root }: Pick<Mounted, 'root'>) =>
  getComputedStyle(root.querySelector('section')!).direction;

describe('the words of the offers', () => {
  const mountIn = async (lang: string) => {
    const mounted = await mountOffers([parking], {}, untitled);
    mounted.mount.lang = lang;
    await mounted.drawn.updateComplete;
    return mounted;
  };

  for (const [lang, decline] of [
    ['en', 'No, thanks'],
    ['de-CH', 'Nein, danke'],
    ['de_AT', 'Nein, danke'],
    ['ar-EG', 'لا، شكرًا'],
    ['sv', 'No, thanks'],
    ['no tag', 'No, thanks'],
    ['', 'No, thanks'],
  ] as const)
    it(`are those of the page’s language: “${lang}”`, async () => {
      const mounted = await mountIn(lang);
      await until(() => declineOf(mounted) === decline);
    });

  it('are the words of the consent, too', async () => {
    const mounted = await mountIn('de');
    await until(() => declineOf(mounted) === 'Nein, danke');
    await press(mounted.button('Parking hinzufügen'));
    expect(mounted.told[0]!.consent!.text.replace(/\s/g, ' ')).to.equal(
      'Parking hinzufügen: Parking, 35,10 $',
    );
  });

  it('are drawn when the language comes late', async () => {
    const mounted = await mountIn('eo-x-late');
    expect(declineOf(mounted)).to.equal('No, thanks');
    addMessages('eo', { decline: 'Ne, dankon' });
    await until(() => declineOf(mounted) === 'Ne, dankon');
    expect(headingOf(mounted)).to.equal('Add to your order');
  });

  it('are of the language that suits best, whichever came first', async () => {
    addMessages('pt-BR', { decline: 'Não, obrigado' });
    addMessages('pt-PT', { decline: 'Não, obrigada' });
    addMessages('en-GB', { decline: 'No, thank you' });
    const mounted = await mountIn('pt-PT');
    await until(() => declineOf(mounted) === 'Não, obrigada');
    for (const [lang, decline] of [
      ['pt', 'Não, obrigado'],
      ['en-GB', 'No, thank you'],
      ['en-AU', 'No, thanks'],
      ['en', 'No, thanks'],
    ] as const) {
      mounted.mount.lang = lang;
      await until(() => declineOf(mounted) === decline);
    }
  });

  it('are the page’s own where it has any', async () => {
    const messages: Partial<OfferMessages> = { decline: 'Rather not', add: (name) => `Take ${name}` };
    const mounted = await mountOffers([parking], {}, { ...untitled, messages });
    expect(declineOf(mounted)).to.equal('Rather not');
    expect(mounted.button('Take Parking')).to.not.equal(undefined);
    expect(headingOf(mounted)).to.equal('Add to your order');
  });

  it('stay ours where the page’s own is of another kind', async () => {
    const messages = { decline: undefined, add: 'Take {name}', heading: () => 'x' } as object;
    const mounted = await mountOffers([parking], {}, { ...untitled, messages });
    expect([declineOf(mounted), headingOf(mounted)]).to.deep.equal(['No, thanks', 'Add to your order']);
    expect(mounted.button('Add Parking')).to.not.equal(undefined);
  });
});

describe('the messages of an element', () => {
  it('are drawn, and drawn anew when they are set, in the same selection', async () => {
    const element = document.createElement('rokt-upsell');
    element.offersUrl = '/test/support/parking-offers.json';
    element.messages = { decline: 'Rather not' };
    document.body.append(element);
    const drawn = () => element.querySelector('rokt-upsell-offers')?.shadowRoot;
    await until(() => drawn()?.querySelector('h2') != null);
    const { shadowRoot: root } = element.querySelector('rokt-upsell-offers')!;
    expect(declineOf({ root: root! })).to.equal('Rather not');
    let selections = 0;
    element.addEventListener('placements-loading', () => selections++);
    element.messages = { decline: 'Not today' };
    await until(() => declineOf({ root: root! }) === 'Not today');
    element.messages = undefined;
    await until(() => declineOf({ root: root! }) === 'No, thanks');
    expect(selections).to.equal(0);
    element.remove();
  });
});

describe('the language of a page', () => {
  /** Offers in a slot of a shadow tree, which is in another shadow tree. */
  const nest = async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const host = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(host);
    const wrap = document.createElement('div');
    wrap.append(document.createElement('slot'));
    host.attachShadow({ mode: 'open' }).append(wrap);
    const target = document.createElement('p');
    host.append(target);
    const launcher = await createOffersLauncher({ target, ...untitled });
    const selection = await launcher.selectPlacements({ attributes: {} });
    await selection.ready();
    const root = target.querySelector('rokt-upsell-offers')!.shadowRoot!;
    return { outer, host, wrap, target, root };
  };

  it('is looked for through slots and hosts, and followed there', async () => {
    const { outer, host, wrap, target, root } = await nest();
    expect(declineOf({ root })).to.equal('No, thanks');
    outer.lang = 'de';
    await until(() => declineOf({ root }) === 'Nein, danke');
    host.lang = 'en';
    await until(() => declineOf({ root }) === 'No, thanks');
    wrap.lang = 'ar';
    await until(() => declineOf({ root }) === 'لا، شكرًا');
    target.lang = 'de';
    await until(() => declineOf({ root }) === 'Nein, danke');
    for (const node of [target, wrap, host]) node.removeAttribute('lang');
    outer.lang = 'en';
    await until(() => declineOf({ root }) === 'No, thanks');
  });

  it('is another one where the offers are moved to', async () => {
    const { target, root } = await nest();
    const away = await fixture<HTMLElement>(html`<div lang="de"></div>`);
    away.append(target);
    await until(() => declineOf({ root }) === 'Nein, danke');
    away.lang = 'en';
    await until(() => declineOf({ root }) === 'No, thanks');
  });

  it('says which way its texts run, unless a dir is as near', async () => {
    const mounted = await mountOffers([parking], {}, untitled);
    const { mount } = mounted;
    expect(directionOf(mounted)).to.equal('ltr');
    mount.lang = 'ar';
    await until(() => directionOf(mounted) === 'rtl');
    mount.dir = 'ltr';
    await until(() => directionOf(mounted) === 'ltr');
    mount.lang = 'en';
    mount.dir = 'rtl';
    await until(() => directionOf(mounted) === 'rtl');
    mount.removeAttribute('dir');
    await until(() => directionOf(mounted) === 'ltr');
  });

  it('without texts runs as the page does', async () => {
    const mounted = await mountOffers([parking], {}, untitled);
    const parent = mounted.mount.parentElement!;
    parent.dir = 'rtl';
    mounted.mount.lang = 'he';
    await until(() => directionOf(mounted) === 'rtl');
  });
});
