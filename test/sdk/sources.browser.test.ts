import { expect } from '@open-wc/testing';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { UpsellError } from '../../src/model/index.ts';
import { chooseSource, prepareLauncher, type SourceProperties } from '../../src/sdk/index.ts';
import { createScriptedLauncher, type ScriptedRokt } from '../../src/testing/index.ts';
import { hostRokt, missingScript, newScript } from '../support/hosted-rokt.ts';
import { createClient, type TestClient } from '../support/launcher-client.ts';
import { living } from '../support/living.ts';
import { outcomeOf } from '../support/record-facts.ts';
import { until } from '../support/until.ts';
import { withHeldTime } from '../support/virtual-time.ts';

let rokt: ScriptedRokt;
const clients: TestClient[] = [];

beforeEach(() => {
  rokt = hostRokt();
});

afterEach(() => {
  clients.splice(0).forEach((client) => client.leave());
});

const acquire = (
  properties: Partial<SourceProperties>,
  index = 0,
  loadOffers = () => Promise.reject(new Error('ann@shop.example')),
) => {
  const client = createClient();
  clients.push(client);
  const source = chooseSource(properties)!.create(loadOffers)[index]!;
  return { client, source, acquired: source.acquire(client) };
};

describe('a chosen source', () => {
  it('makes the hosted launcher with the element’s own options over those passed through', async () => {
    const launcherOptions = { sessionId: 'other', sessionToken: 'passed', more: 1, noTargeting: true };
    await acquire({
      accountId: '222',
      sdkUrl: newScript(),
      sessionId: 'session-1',
      sessionToken: '',
      sandbox: 'true' as never,
      overrideLinkNavigation: false,
      noFunctional: true,
      launcherOptions,
    }).acquired;
    expect(rokt.calls).to.deep.equal([
      {
        accountId: '222',
        sessionId: 'session-1',
        sessionToken: 'passed',
        more: 1,
        sandbox: true,
        noFunctional: true,
        noTargeting: true,
      },
    ]);
  });

  it('gives the offers’ loader the same options and the URL', async () => {
    const { launcher } = createScriptedLauncher();
    const given: unknown[] = [];
    const load = async (options: unknown) => {
      given.push(options);
      return launcher;
    };
    const properties = { accountId: '222', offersUrl: '/offers.json', fallback: 'offers', noTargeting: true };
    const client = createClient();
    const [, offers] = chooseSource(properties)!.create(load);
    expect(await offers!.acquire(client)).to.equal(launcher);
    const consent = { noFunctional: false, noTargeting: true, noDeviceId: false };
    expect(given).to.deep.equal([{ accountId: '222', ...consent, offersUrl: '/offers.json' }]);
  });

  it('tells why the offers cannot be loaded, and quotes nothing', async () => {
    const offersUrl = '/offers.json?mail=ann@shop.example';
    const error = await acquire({ offersUrl }).acquired.catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'offers-unavailable');
    expect(error).to.have.property('message').that.does.not.contain('ann@');
    const missing = () => Promise.reject(new UpsellError('offers-missing', 'needs the other file'));
    expect(await outcomeOf(acquire({ offersUrl }, 0, missing).acquired)).to.equal('offers-missing');
  });

  it('takes consent unless it is the offers, which track nobody', () => {
    const { launcher } = createScriptedLauncher();
    const takesConsent = (properties: Partial<SourceProperties>) => {
      const sources = chooseSource({ ...properties, offersUrl: '/offers.json', fallback: 'offers' });
      return sources!.create(() => Promise.resolve(launcher)).map((source) => 'setConsent' in source);
    };
    expect(takesConsent({ launcher })).to.deep.equal([true, false]);
    expect(takesConsent({ accountId: '222' })).to.deep.equal([true, false]);
  });
});

describe('prepareLauncher', () => {
  it('makes the launcher that is then used, and nobody is on it', async () => {
    const properties = { accountId: '222', sdkUrl: newScript() };
    await prepareLauncher(properties, PATIENCE.fact);
    expect(rokt.made).to.have.length(1);
    expect(await acquire(properties).acquired).to.equal(rokt.made[0]!.launcher);
    expect(rokt.made).to.have.length(1);
  });

  it('makes one that gives way to another account, session or consent', async () => {
    const sdkUrl = newScript();
    await prepareLauncher({ accountId: '222', sdkUrl, noTargeting: true }, PATIENCE.fact);
    await prepareLauncher({ accountId: '333', sdkUrl, sessionId: 's' }, PATIENCE.fact);
    const { client, acquired } = acquire({ accountId: '222', sdkUrl });
    expect(await acquired).to.equal(living(rokt)[0]!.launcher);
    expect(living(rokt).map(({ options }) => options)).to.deep.equal([{ accountId: '222' }]);
    expect(client.errors).to.deep.equal([]);
  });

  it('leaves the launcher alone that is in use', async () => {
    const sdkUrl = newScript();
    const { client, acquired } = acquire({ accountId: '222', sdkUrl });
    await acquired;
    await prepareLauncher({ accountId: '333', sdkUrl }, PATIENCE.fact);
    expect([rokt.made.length, living(rokt).length, client.renewals]).to.deep.equal([1, 1, 0]);
  });

  it(
    'has a deadline where the launcher never comes, and who comes next is served',
    withHeldTime(async (time) => {
      const properties = { accountId: '222', sdkUrl: newScript() };
      rokt.hang();
      const prepared = prepareLauncher(properties, 500);
      await until(() => rokt.calls.length === 1);
      await time.pass(500);
      await prepared;
      const { acquired } = acquire(properties);
      await until(() => rokt.calls.length === 2);
      rokt.make();
      expect(await acquired).to.equal(living(rokt)[0]!.launcher);
    }),
  );

  it('has a deadline where a launcher of the page’s own never comes', async () => {
    await prepareLauncher({ launcher: new Promise(() => undefined) }, 20);
  });

  it('never rejects', async () => {
    await prepareLauncher({}, 200);
    await prepareLauncher({ accountId: '222', sdkUrl: 'data:,' }, 200);
    await prepareLauncher({ accountId: '222', sdkUrl: missingScript() }, 200);
    await prepareLauncher({ offersUrl: '/offers.json' }, 200);
    rokt.throwAtOnce();
    await prepareLauncher({ accountId: '222', sdkUrl: newScript() }, 200);
  });
});
