import { expect } from '@open-wc/testing';
import { openPage } from '../support/scripted-page.ts';
import { hostedPage, offersPage } from './pages.ts';
import { traceRows } from './traces.ts';

interface Traces {
  readonly globals: readonly string[];
  readonly listeners: readonly string[];
  readonly cookies: string;
  readonly stored: readonly string[];
  readonly databases: readonly string[];
  readonly requests: readonly string[];
}

/** What the scripted launcher leaves behind, not we. */
const launchers = ['Rokt', 'launcherScript'];

const modes = {
  hosted: {
    html: hostedPage({}),
    requests: ['/support/page/probe.js', '/script/rokt-upsell.js', '/support/page/launcher.js'],
  },
  offers: {
    html: offersPage(),
    requests: [
      '/support/page/probe.js',
      '/script/rokt-upsell-offers.js',
      '/offers/madison-square-garden.json',
      '/assets/images/parking.svg',
      '/assets/images/protection.svg',
    ],
  },
};

/** Opens a page on whose origin no page before it, as one with SDK+, has left anything. */
async function openNewcomersPage(html: string) {
  const before = await openPage({ html: '' });
  await before.act('clearStorage');
  before.close();
  return openPage({ html });
}

for (const [mode, { html, requests }] of Object.entries(modes)) {
  describe(`what ${mode} leaves on the page`, () => {
    let traces: Traces;
    before(async () => {
      const page = await openNewcomersPage(html);
      await page.until(({ phase, isOffered }) => phase === 'ready' && isOffered);
      traces = await page.act('traces');
      page.close();
    });

    it(traceRows.globals, () => {
      const own = traces.globals.filter((name) => !launchers.includes(name));
      const lit = ['reactiveElementVersions', 'litHtmlVersions', 'litElementVersions', 'litPropertyMetadata'];
      for (const name of own) expect(lit).to.contain(name);
    });

    it(traceRows.storage, () => {
      expect([traces.cookies, traces.stored, traces.databases]).to.deep.equal(['', [], []]);
    });

    it(traceRows.listeners, () => {
      const hasCommands = 'commandForElement' in HTMLButtonElement.prototype;
      const expected = hasCommands ? [] : ['click'];
      expect(traces.listeners).to.have.members([...expected, 'securitypolicyviolation']);
    });

    it(traceRows.network, () => {
      const paths = traces.requests.map((url) => new URL(url).pathname);
      expect(requests).to.include.members([...new Set(paths)]);
    });
  });
}
