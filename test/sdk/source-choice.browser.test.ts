import { expect } from '@open-wc/testing';
import { chooseSource, consentOf, type SourceProperties } from '../../src/sdk/index.ts';
import { createScriptedLauncher } from '../../src/testing/index.ts';

type Properties = Partial<SourceProperties>;

const { launcher } = createScriptedLauncher();
const noOffers = () => Promise.reject(new Error('unused'));
const served = (properties: Properties) =>
  chooseSource(properties)
    ?.create(noOffers)
    .map(({ servedBy }) => servedBy);
const identityOf = (properties: Properties) => chooseSource(properties)?.identity;

describe('the sources', () => {
  const hosted = { accountId: '222' };
  const offers = { offersUrl: '/offers.json' };
  const fallback = { fallback: 'offers' };

  for (const [properties, expected] of [
    [{}, undefined],
    [fallback, undefined],
    [{ accountId: '', offersUrl: '' }, undefined],
    [hosted, ['hosted']],
    [{ ...hosted, ...fallback }, ['hosted']],
    [offers, ['offers']],
    [{ ...offers, ...fallback }, ['offers']],
    [{ ...hosted, ...offers }, ['offers']],
    [{ ...hosted, ...offers, fallback: 'other' }, ['offers']],
    [{ ...hosted, ...offers, ...fallback }, ['hosted', 'offers']],
    [{ launcher }, ['launcher']],
    [{ launcher, ...hosted, ...offers }, ['launcher']],
    [{ launcher, ...hosted, ...fallback }, ['launcher']],
    [{ launcher, ...offers, ...fallback }, ['launcher', 'offers']],
    [{ launcher, ...hosted, ...offers, ...fallback }, ['launcher', 'offers']],
  ] as [Properties, string[] | undefined][]) {
    it(`of ${JSON.stringify(Object.keys(properties))} are ${String(expected)}`, () => {
      expect(served(properties)).to.deep.equal(expected);
    });
  }

  it('are new ones for each selection', () => {
    const choice = chooseSource(hosted)!;
    expect(choice.create(noOffers)[0]).to.not.equal(choice.create(noOffers)[0]);
  });
});

describe('the identity of a choice', () => {
  const base: Properties = { accountId: '222', launcherOptions: { more: { a: 1, b: 2 } } };

  for (const [name, properties] of [
    ['consent flags', { noTargeting: true, noDeviceId: true, noFunctional: true }],
    [
      'consent flags inside launcherOptions',
      { launcherOptions: { more: { a: 1, b: 2 }, noTargeting: true } },
    ],
    ['a session token', { sessionToken: 'other' }],
    ['pageInitTimestamp', { launcherOptions: { more: { a: 1, b: 2 }, pageInitTimestamp: new Date() } }],
    ['the tag’s own words', { nonce: 'n', integrity: 'i', crossOrigin: 'use-credentials' }],
    ['launcherOptions in another order', { launcherOptions: { more: { b: 2, a: 1 } } }],
    ['a flag that is "false"', { sandbox: 'false' as never }],
  ] as [string, Properties][]) {
    it(`is the same with other values of ${name}`, () => {
      expect(identityOf({ ...base, ...properties })).to.deep.equal(identityOf(base));
    });
  }

  for (const [name, properties] of [
    ['accountId', { accountId: '333' }],
    ['launcher', { launcher }],
    ['offersUrl', { offersUrl: '/offers.json' }],
    ['fallback', { offersUrl: '/offers.json', fallback: 'offers' }],
    ['sdkUrl', { sdkUrl: '/launcher.js' }],
    ['sessionId', { sessionId: 's' }],
    ['sandbox', { sandbox: true }],
    ['overrideLinkNavigation', { overrideLinkNavigation: true }],
    ['launcherOptions', { launcherOptions: { more: { a: 1, b: 3 } } }],
    ['a session id inside launcherOptions', { launcherOptions: { ...base.launcherOptions, sessionId: 's' } }],
  ] as [string, Properties][]) {
    it(`is another with another ${name}`, () => {
      expect(identityOf({ ...base, ...properties })).to.not.deep.equal(identityOf(base));
    });
  }

  it('has a launcher by identity, and what JSON cannot hold too', () => {
    const cycle = (self: Record<string, unknown>) => Object.assign(self, { self });
    const [one, other] = [cycle({}), cycle({})];
    const last = (properties: Properties) => identityOf({ ...base, ...properties })?.at(-1);
    expect(last({ launcherOptions: one })).to.equal(last({ launcherOptions: one }));
    expect(last({ launcherOptions: one })).to.not.equal(last({ launcherOptions: other }));
    const second = createScriptedLauncher().launcher;
    expect(identityOf({ launcher })?.includes(launcher)).to.equal(true);
    expect(identityOf({ launcher: second })?.includes(launcher)).to.equal(false);
  });

  it('leaves out what the source that is chosen does not know', () => {
    expect(identityOf({ launcher, sdkUrl: '/a.js', offersUrl: '/b.json' })).to.deep.equal(
      identityOf({ launcher }),
    );
    const offers = { offersUrl: '/offers.json' };
    expect(identityOf({ ...offers, sdkUrl: '/a.js' })).to.deep.equal(identityOf(offers));
  });
});

describe('the consent that properties ask for', () => {
  const none = { noFunctional: false, noTargeting: false, noDeviceId: false };

  for (const [properties, flags] of [
    [{}, {}],
    [{ noTargeting: true }, { noTargeting: true }],
    [{ launcherOptions: { noTargeting: true } }, { noTargeting: true }],
    [{ noTargeting: false, launcherOptions: { noTargeting: true } }, { noTargeting: true }],
    [{ noTargeting: true, launcherOptions: { noTargeting: false } }, { noTargeting: true }],
    [{ noFunctional: 'false', noDeviceId: 'true' }, { noDeviceId: true }],
    [{ launcherOptions: { noFunctional: 'false' } }, {}],
    [
      { noFunctional: true, launcherOptions: { noDeviceId: true } },
      { noFunctional: true, noDeviceId: true },
    ],
  ] as [Properties, object][]) {
    it(`is ${JSON.stringify(flags)} for ${JSON.stringify(properties)}`, () => {
      expect(consentOf(properties)).to.deep.equal({ ...none, ...flags });
      expect(chooseSource({ accountId: '222', ...properties })?.consent).to.deep.equal(consentOf(properties));
    });
  }
});
