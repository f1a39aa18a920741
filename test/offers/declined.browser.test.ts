import { expect } from '@open-wc/testing';
import { press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';

const entries = () => Object.keys(sessionStorage).filter((name) => name.startsWith('rokt-upsell'));
const item = (catalogItemId: string) => buildOffer({}, { catalogItemId });

describe('what is declined', () => {
  beforeEach(() => entries().forEach((name) => sessionStorage.removeItem(name)));

  const decline = async (product: string, options: object) => {
    const mounted = await mountOffers([item(product)], {}, { sessionId: 'visit', ...options });
    await press(mounted.button('No, thanks'));
    return mounted;
  };

  it('leaves nothing in storage where the page does not ask for it', async () => {
    await decline('quiet', {});
    expect(entries()).to.deep.equal([]);
  });

  for (const flag of ['noFunctional', 'noDeviceId'])
    it(`leaves nothing in storage under ${flag}, whatever the page asks for`, async () => {
      await decline(`quiet-${flag}`, { remember: true, [flag]: true });
      expect(entries()).to.deep.equal([]);
    });

  it('is kept by the session’s id, and taken back with it', async () => {
    const { drawn, button } = await decline('kept', { remember: true });
    const [entry] = entries();
    expect(entry).to.contain('visit');
    expect(sessionStorage.getItem(entry!)).to.contain('kept');
    await drawn.updateComplete;
    await press(button('Show again: Parking'));
    expect(sessionStorage.getItem(entry!)).to.not.contain('kept');
  });

  it('is not asked again after a reload, which knows no more than the entry', async () => {
    const { drawn } = await decline('first', { remember: true });
    await drawn.updateComplete;
    const [entry] = entries();
    sessionStorage.setItem(entry!, sessionStorage.getItem(entry!)!.replaceAll('first', 'second'));
    const { card } = await mountOffers([item('second')], {}, { sessionId: 'visit', remember: true });
    expect(card('second').className).to.contain('declined');
  });

  it('does no harm where the entry is none of ours', async () => {
    const { drawn } = await decline('third', { remember: true });
    await drawn.updateComplete;
    for (const text of ['{', '"third"', 'null']) {
      sessionStorage.setItem(entries()[0]!, text);
      const { button } = await mountOffers([item(`new ${text}`)], {}, { sessionId: 'visit', remember: true });
      expect(button('Add parking')).to.be.instanceOf(HTMLButtonElement);
    }
  });
});
