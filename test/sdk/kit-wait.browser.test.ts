import { expect } from '@open-wc/testing';
import { createHostedSource } from '../../src/sdk/hosted-source.ts';
import { untilKitHadItsTurn } from '../../src/sdk/kit-wait.ts';
import type { Launcher } from '../../src/sdk/index.ts';
import { watchFor } from '../../src/sdk/watch-for.ts';
import type { ScriptedLauncher } from '../../src/testing/index.ts';
import { addTag, hostRokt, launcherTags, SDK_URL } from '../support/hosted-rokt.ts';
import { createClient, type TestClient } from '../support/launcher-client.ts';
import { nextTask } from '../support/record-facts.ts';
import { addSdkPlusStub, letSdkPlusCome, removeSdkPlus } from '../support/sdk-plus.ts';
import { until } from '../support/until.ts';
import { withHeldTime } from '../support/virtual-time.ts';

const clients: TestClient[] = [];

/** A page whose launchers are scripted, and one who asks for Rokt's hosted launcher there, by an account id. */
function setUp({ timeout = 60_000 } = {}) {
  const rokt = hostRokt();
  const client = createClient({ timeout });
  clients.push(client);
  const options = { accountId: '222', sandbox: true };
  const source = createHostedSource(options, { url: `${SDK_URL}?own` });
  const codes = () => client.errors.map(({ code }) => code);
  return { rokt, made: rokt.made, client, codes, acquire: () => source.acquire(client) };
}

/** What the tags of the launcher script have as their query. */
const queries = () => launcherTags().map(({ src }) => new URL(src).search);

/** How many selections the one launcher that was made has, once the one that was acquired was asked for one. */
async function selectionsBy(acquired: Promise<Launcher>, made: readonly ScriptedLauncher[]): Promise<number> {
  void (await acquired).selectPlacements({ attributes: {} });
  expect(made).to.have.length(1);
  return made[0]!.selections.length;
}

/** What is written to the console as a warning from now on. */
function hearWarnings() {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (...args: unknown[]) => {
    const text = args.map(String).join(' ');
    // Others warn on this page too.
    if (text.includes('rokt-upsell')) warnings.push(text);
  };
  after(() => {
    console.warn = warn;
  });
  return warnings;
}

describe('an account-id beside mParticle', () => {
  const warnings = hearWarnings();
  afterEach(() => {
    clients.splice(0).forEach((client) => client.leave());
    removeSdkPlus();
  });

  it('takes the launcher that the kit has made, and leaves SDK+ as it was', async () => {
    const { made, codes, acquire } = setUp();
    await addSdkPlusStub();
    const acquired = acquire();
    await nextTask();
    expect(queries(), 'nothing is loaded before the kit').to.have.length(0);
    await letSdkPlusCome();
    expect(await selectionsBy(acquired, made)).to.equal(1);
    expect([made.length, window.launcherScriptRuns]).to.deep.equal([1, 1]);
    expect(queries()).to.deep.equal(['']);
    expect(codes(), 'it is not ours').to.deep.equal(['launcher-options-fixed']);
    const { Rokt } = window.mParticle as { Rokt: { isReady(): boolean } };
    expect(Rokt.isReady()).to.equal(true);
  });

  it('takes the kit’s launcher also where that is still being made when mParticle is ready', async () => {
    const { rokt, made, codes, acquire } = setUp();
    rokt.hang();
    await letSdkPlusCome();
    const acquired = acquire();
    await new Promise<void>((resolve) => window.mParticle?.ready?.(resolve));
    await until(() => rokt.calls.length === 1);
    // It has looked again since.
    let looks = 0;
    const lookAgain = () => (++looks > 3 ? looks : undefined);
    await watchFor(lookAgain, () => false);
    rokt.make();
    expect(await selectionsBy(acquired, made)).to.equal(1);
    expect([made.length, ...codes()]).to.deep.equal([1, 'launcher-options-fixed']);
  });

  it('loads its own script where mParticle has no Rokt kit, as soon as that is known', async () => {
    const { made, acquire } = setUp();
    await letSdkPlusCome({ kit: 'missing' });
    expect(await acquire()).to.equal(made[0]?.launcher);
    expect(queries()).to.deep.equal(['?own']);
  });

  it('loads its own script where the kit never runs', async () => {
    const { made, acquire } = setUp();
    await letSdkPlusCome({ kit: 'blocked' });
    expect(await acquire()).to.equal(made[0]?.launcher);
  });

  it(
    'waits for a stub a quarter of its time, once',
    withHeldTime(async (time) => {
      const { made, acquire } = setUp({ timeout: 400 });
      await addSdkPlusStub();
      const acquired = acquire();
      await time.pass(99);
      await nextTask();
      expect(queries(), 'it still waits').to.have.length(0);
      await time.pass(1);
      expect(await acquired).to.equal(made[0]?.launcher);
      // A whole minute, had it not had its turn.
      await untilKitHadItsTurn(240_000);
    }),
  );

  it('takes a script of the page’s own beside an mParticle without the kit', async () => {
    const { made, acquire } = setUp();
    const tag = addTag(SDK_URL);
    await letSdkPlusCome({ kit: 'missing' });
    expect(await acquire()).to.equal(made[0]?.launcher);
    expect(launcherTags()).to.deep.equal([tag]);
  });

  it('is warned of once a page, with the name of what to use', () => {
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('launcher="mparticle"');
  });
});

describe('an account-id on a page without mParticle', () => {
  it('waits for nothing', async () => {
    await untilKitHadItsTurn(240_000);
  });
});
