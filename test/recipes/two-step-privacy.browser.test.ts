import { expect } from '@open-wc/testing';
import { normalised, shareInTwoSteps } from '../../docs/recipes/two-step-privacy.ts';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { mountReady, settled } from '../support/mount-upsell.ts';

/** SHA-256 by `printf %s TEXT | sha256sum`. */
const vectors: Record<string, string> = {
  'a@b.example': 'ebb18a030bf15174f5714e24d63af1a81355c951ea7389bd2a9bd18e3d0c2477',
  abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  '': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};

describe('privacy in two steps', () => {
  it('hashes by the vectors of SHA-256', async () => {
    const { hashAttributes } = await createOffersLauncher({ offers: { placements: [] } });
    for (const [text, hash] of Object.entries(vectors)) {
      expect(await hashAttributes!({ email: text })).to.deep.equal({ emailsha256: hash });
    }
    expect(normalised(' A@B.example ')).to.equal('a@b.example');
  });

  it('gives hashes first, and the words only after positive engagement, once', async () => {
    const { element, selection } = await mountReady((it) => {
      it.placementAttributes = { total: 1 };
    });
    const personal = { email: ' Ann@Shop.example ', firstname: 'Ann' };
    await shareInTwoSteps(element, personal);
    await settled(element);
    expect(selection.attributesSet).to.deep.equal([
      { total: 1, emailsha256: 'hash of email', firstnamesha256: 'hash of firstname' },
    ]);
    selection.emit('OFFER_ENGAGEMENT');
    await settled(element);
    expect(JSON.stringify(selection.attributesSet)).to.not.contain('Ann');
    selection.emit('POSITIVE_ENGAGEMENT');
    selection.emit('POSITIVE_ENGAGEMENT');
    await settled(element);
    expect(selection.attributesSet).to.have.length(2);
    expect(selection.attributesSet[1]).to.deep.include(personal);
  });

  it('gives nothing more once it is stopped', async () => {
    const { element, selection } = await mountReady();
    const stop = await shareInTwoSteps(element, { firstname: 'Ann' });
    stop();
    selection.emit('POSITIVE_ENGAGEMENT');
    await settled(element);
    expect(JSON.stringify(selection.attributesSet)).to.not.contain('"Ann"');
  });
});
