import { expect, fixture, html } from '@open-wc/testing';
import { pageLook, watchLook } from '../../src/standin/page/page-look.ts';
import type { PageLook } from '../../src/standin/protocol.ts';
import type { Launcher } from '../../src/sdk/index.ts';
import { makeLauncher } from '../support/stand-in.ts';
import { until } from '../support/until.ts';

/** A place of the stand-in's that is in a slot, which has a language of its own. */
async function mountSlotted() {
  const host = await fixture<HTMLElement>(
    html`<div lang="sv">
      <div id="rokt-placeholder"></div>
      <div id="second"></div>
    </div>`,
  );
  const around = document.createElement('div');
  around.append(document.createElement('slot'));
  host.attachShadow({ mode: 'open' }).append(around);
  return { host, around, place: host.querySelector('#rokt-placeholder')! };
}

describe('the language that the stand-in asks for', () => {
  let launcher: Launcher;
  let page: Awaited<ReturnType<typeof mountSlotted>>;
  beforeEach(async () => {
    page = await mountSlotted();
    launcher = await makeLauncher();
  });
  afterEach(() => launcher.terminate?.());

  /** Those in which there is a placement of their own. */
  const languages = async (attributes: object = {}) => {
    const selection = await launcher.selectPlacements({
      identifier: 'languages',
      attributes: { ...attributes },
    });
    const placements = await selection.getPlacements();
    await selection.close();
    return placements
      .map((placement) => placement.getAlias?.())
      .filter((alias) => ['de', 'ja'].includes(alias ?? ''));
  };

  for (const lang of ['de', 'de-AT', 'de_AT', ' de '])
    it(`is the nearest lang, as headers take it: “${lang}”`, async () => {
      page.host.lang = lang;
      expect(await languages()).to.deep.equal(['de']);
    });

  it('is that of the slot in which the offers are drawn', async () => {
    page.around.lang = 'ja';
    expect(await languages()).to.deep.equal(['ja']);
  });

  for (const locale of [undefined, null, ''])
    it(`is the page’s where the attribute locale says none: ${JSON.stringify(locale)}`, async () => {
      page.host.lang = 'de';
      expect(await languages({ locale })).to.deep.equal(['de']);
    });

  it('gives way to the attribute locale', async () => {
    page.host.lang = 'de';
    expect(await languages({ locale: 'ja' })).to.deep.equal(['ja']);
  });
});

describe('the look that the stand-in brings into its frames', () => {
  it('has every property of the offers that a page can set', async () => {
    const { place } = await mountSlotted();
    const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
    const names = manifest.modules
      .flatMap(({ declarations }) => declarations ?? [])
      .filter(({ name }) => name === 'RoktUpsellOffersElement')
      .flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
    for (const name of names) (place as HTMLElement).style.setProperty(name, 'set');
    expect(Object.keys(pageLook(place).properties).sort()).to.deep.equal(names.sort());
    expect(names).to.include('--rokt-upsell-accent');
  });

  it('is followed through slots and hosts', async () => {
    const { around, host, place } = await mountSlotted();
    const end = new AbortController();
    const looks: PageLook[] = [];
    watchLook(place, end.signal, (look) => looks.push(look));
    around.lang = 'ja';
    await until(() => looks.at(-1)?.lang === 'ja');
    around.style.setProperty('--rokt-upsell-accent', 'teal');
    await until(() => looks.at(-1)?.properties['--rokt-upsell-accent'] === 'teal');
    around.removeAttribute('lang');
    host.lang = 'de';
    await until(() => looks.at(-1)?.lang === 'de');
    end.abort();
  });
});

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly name: string;
      readonly cssProperties?: readonly { readonly name: string }[];
    }[];
  }[];
}
