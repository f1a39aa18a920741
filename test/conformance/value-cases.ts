import type { ConformanceCase } from './case.ts';
import type { ConformancePage, Scenes } from './conformance-page.ts';

const account = { accountId: '222', identifier: 'checkout.upsell', timeout: 7_000 };

const concert = () => ({ eventId: '1100526195FA115A', venue: { name: 'Garden', gates: [4, 7] } });

/** Shows the properties scene over a launcher of the page's own, and fills what it is asked for. */
async function showProperties(page: ConformancePage, more: Partial<Scenes['properties']> = {}) {
  const scripted = page.api.launcher();
  const show = (placementAttributes: object) =>
    page.show('properties', { launcher: scripted.launcher, placementAttributes, ...more });
  await show(concert());
  return { scripted, show };
}

/** An empty identifier is none: some frameworks write one where there was one before. */
function valuesOf({ element }: ConformancePage) {
  const { accountId, timeout } = element;
  return { accountId, identifier: element.identifier || undefined, timeout };
}

/** What is bound to attributes and properties. */
export const valueCases: readonly ConformanceCase[] = [
  {
    name: 'an attribute arrives',
    async act(page) {
      page.rokt();
      await page.show('attributes', account);
      return valuesOf(page);
    },
    expected: account,
  },
  {
    name: 'a changed attribute arrives at the same node, and an undefined one goes',
    async act(page) {
      page.rokt();
      await page.show('attributes', account);
      const { element } = page;
      await page.show('attributes', { ...account, identifier: undefined, timeout: 9_000 });
      return {
        ...valuesOf(page),
        isSame: page.element === element,
        text: element.getAttribute('identifier'),
      };
    },
    expected: { ...account, identifier: undefined, timeout: 9_000, isSame: true, text: null },
  },
  {
    name: 'attributes that were bound before the tag was defined arrive',
    query: 'define=late',
    async act(page) {
      page.rokt();
      await page.show('attributes', account);
      await page.show('attributes', { ...account, timeout: 9_000 });
      await page.define();
      return valuesOf(page);
    },
    expected: { ...account, timeout: 9_000 },
  },
  {
    name: 'an object arrives as a property, and serves the first selection',
    async act(page) {
      const { scripted } = await showProperties(page, { launcherOptions: { sessionToken: 't' } });
      await page.succeed(scripted);
      const { launcherOptions, launcher } = page.element;
      const isLauncher = launcher === scripted.launcher;
      return {
        launcherOptions,
        isLauncher,
        asked: scripted.selections.map(({ request }) => request.attributes),
      };
    },
    expected: { launcherOptions: { sessionToken: 't' }, isLauncher: true, asked: [concert()] },
  },
  {
    name: 'an object that was bound before the tag was defined arrives, and serves the first selection',
    query: 'define=late',
    async act(page) {
      const { scripted } = await showProperties(page);
      await page.define();
      const { phase, error } = page.element;
      if (phase === 'failed' || phase === 'idle') return { phase, code: error?.code };
      await page.succeed(scripted);
      return { asked: scripted.selections.map(({ request }) => request.attributes) };
    },
    expected: { asked: [concert()] },
    limits: {
      react: {
        expected: { phase: 'failed', code: 'invalid-attributes' },
        note: 'React 19 writes it as the text [object Object]: define the tag before the first render',
      },
    },
  },
  {
    name: 'an equal object on every render starts no selection and tells nothing',
    async act(page) {
      const { scripted, show } = await showProperties(page);
      const selection = await page.succeed(scripted);
      for (let n = 0; n < 5; n++) await show(concert());
      return {
        selections: scripted.selections.length,
        told: selection.attributesSet,
        phase: page.element.phase,
      };
    },
    expected: { selections: 1, told: [], phase: 'ready' },
  },
  {
    name: 'a changed object is told to the running selection',
    async act(page) {
      const { scripted, show } = await showProperties(page);
      const selection = await page.succeed(scripted);
      await show({ ...concert(), cartTotal: '299.50' });
      return { selections: scripted.selections.length, told: selection.attributesSet };
    },
    expected: { selections: 1, told: [{ ...concert(), cartTotal: '299.50' }] },
  },
  {
    name: 'a boolean that is false is false, and true after it',
    async act(page) {
      const seen: boolean[][] = [];
      for (const sandbox of [false, true, false]) {
        await page.show('booleans', { sandbox, noTargeting: !sandbox });
        seen.push([page.element.sandbox, page.element.noTargeting].map(Boolean));
      }
      return seen;
    },
    expected: [
      [false, true],
      [true, false],
      [false, true],
    ],
  },
  {
    name: 'booleans that were bound before the tag was defined reach the launcher as what they are',
    query: 'define=late',
    async act(page) {
      const asked = page.rokt();
      await page.show('booleans', { sandbox: false, noTargeting: true });
      page.element.setAttribute('account-id', '222');
      await page.define();
      await page.until(() => asked.length > 0);
      return asked;
    },
    expected: [{ accountId: '222', noTargeting: true }],
  },
];
