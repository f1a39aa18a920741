import { expect } from '@open-wc/testing';
import { openPage } from '../support/scripted-page.ts';

const HOSTED = '/script/rokt-upsell.js';
const OFFERS = '/script/rokt-upsell-offers.js';
const tag = (file: string) => `<script type="module" src="${file}"></script>`;
const UPSELL = '<rokt-upsell offers-url="/offers/madison-square-garden.json"></rokt-upsell>';

describe('a page with both script files', () => {
  it('is told so by a warning, and that it needs one alone where offers-url came to the first', async () => {
    const page = await openPage({ html: UPSELL + tag(HOSTED) + tag(OFFERS) });
    const { code, warnings, errors } = await page.until(
      ({ phase, warnings }) => phase === 'failed' && warnings.length > 0,
    );
    expect(code).to.equal('offers-missing');
    const message = await page.act<string>('message');
    expect(message).to.match(/rokt-upsell-offers\.js.* is there too.*alone/);
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.contain('rokt-upsell.js')
      .and.contain('rokt-upsell-offers.js')
      .and.contain('defined already');
    expect(errors).to.deep.equal([]);
    page.close();
  });

  it('has its offers where the second file came first, and is told all the same', async () => {
    const page = await openPage({ html: UPSELL + tag(OFFERS) + tag(HOSTED) });
    const { warnings } = await page.until(({ phase, warnings }) => phase === 'ready' && warnings.length > 0);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('defined already');
    page.close();
  });

  it('in two copies of one, at two addresses, is told as well', async () => {
    const page = await openPage({ html: UPSELL + tag(OFFERS) + tag(`${OFFERS}?copy`) });
    const { warnings } = await page.until(({ phase, warnings }) => phase === 'ready' && warnings.length > 0);
    expect(warnings).to.have.length(1);
    page.close();
  });
});

describe('a page with the first script file alone', () => {
  it('names the second where it needs that, and warns of nothing else', async () => {
    const page = await openPage({ html: UPSELL + tag(HOSTED) });
    const { code, warnings } = await page.until(({ phase }) => phase === 'failed');
    expect(code).to.equal('offers-missing');
    const message = await page.act<string>('message');
    expect(message).to.contain('needs rokt-upsell-offers.js').and.not.contain('there too');
    expect(warnings).to.deep.equal([]);
    page.close();
  });
});
