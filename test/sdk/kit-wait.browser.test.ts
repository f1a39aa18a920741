import { expect } from '@open-wc/testing';
import type { UpsellError } from '../../src/model/index.ts';
import { createHostedSource, untilKitHadItsTurn } from '../../src/sdk/index.ts';
import { watchFor } from '../../src/sdk/watch-for.ts';
import { SDK_URL, setUpHostedPage } from '../support/hosted-page.ts';
import { nextTask } from '../support/record-facts.ts';
import { addSdkPlusStub, letSdkPlusCome, removeSdkPlus } from '../support/sdk-plus.ts';

const tags = () => [...document.querySelectorAll<HTMLScriptElement>('script#rokt-launcher')];

/** A page whose launchers are scripted, and one who asks for Rokt's hosted launcher there, by an account id. */
async function setUp({ timeout = 60_000 } = {}) {
  const { made, accountId } = await setUpHostedPage();
  window.launcherScriptRuns = 0;
  const leaving = new AbortController();
  const { signal } = leaving;
  const codes: string[] = [];
  const report = ({ code }: UpsellError) => codes.push(code);
  const client = { signal, timeout, renewed: () => undefined, report };
  const options = { accountId, sandbox: true };
  const source = createHostedSource({ options, script: { url: `${SDK_URL}?own` } });
  return { made, leaving, client, codes, acquire: () => source.acquire(client) };
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
  after(() => (console.warn = warn));
  return warnings;
}

describe('an account-id beside mParticle', () => {
  const warnings = hearWarnings();
  afterEach(removeSdkPlus);

  it('takes the launcher that the kit has made, and leaves SDK+ as it was', async () => {
    const { made, codes, acquire } = await setUp();
    await addSdkPlusStub();
    const acquired = acquire();
    await nextTask();
    expect(tags(), 'nothing is loaded before the kit').to.have.length(0);
    await letSdkPlusCome();
    expect(await acquired).to.equal(made[0]?.rokt.launcher);
    expect([made.length, window.launcherScriptRuns]).to.deep.equal([1, 1]);
    expect(tags().map((tag) => new URL(tag.src).search)).to.deep.equal(['']);
    expect(codes, 'it is not ours').to.deep.equal(['launcher-options-fixed']);
    const { Rokt } = window.mParticle as { Rokt: { isReady(): boolean } };
    expect(Rokt.isReady()).to.equal(true);
  });

  it('takes the kit’s launcher also where that is still being made when mParticle is ready', async () => {
    const { made, codes, leaving, acquire } = await setUp();
    const { createTestLauncher } = window;
    let letItBeMade: (() => void) | undefined;
    const allowed = new Promise<void>((resolve) => (letItBeMade = resolve));
    let calls = 0;
    window.createTestLauncher = async (options) => {
      calls++;
      await allowed;
      return createTestLauncher(options);
    };
    await letSdkPlusCome();
    const acquired = acquire();
    await new Promise<void>((resolve) => window.mParticle?.ready?.(resolve));
    while (calls === 0) await nextTask();
    // It has looked again since.
    let looks = 0;
    await watchFor(() => (++looks > 3 ? looks : undefined), leaving.signal);
    letItBeMade?.();
    expect(await acquired).to.equal(made[0]?.rokt.launcher);
    expect([calls, ...codes]).to.deep.equal([1, 'launcher-options-fixed']);
  });

  it('loads its own script where mParticle has no Rokt kit, as soon as that is known', async () => {
    const { made, acquire } = await setUp();
    await letSdkPlusCome({ kit: 'missing' });
    expect(await acquire()).to.equal(made[0]?.rokt.launcher);
    expect(tags().map((tag) => new URL(tag.src).search)).to.deep.equal(['?own']);
  });

  it('loads its own script where the kit never runs', async () => {
    const { made, acquire } = await setUp();
    await letSdkPlusCome({ kit: 'blocked' });
    expect(await acquire()).to.equal(made[0]?.rokt.launcher);
  });

  it('waits for a stub a quarter of its time, once', async () => {
    const { made, acquire } = await setUp({ timeout: 400 });
    await addSdkPlusStub();
    const start = performance.now();
    expect(await acquire()).to.equal(made[0]?.rokt.launcher);
    expect(performance.now() - start).to.be.at.least(99);
    // A whole minute, had it not had its turn.
    const again = await setUp({ timeout: 240_000 });
    await untilKitHadItsTurn(again.client);
  });

  it('waits no longer than anyone wants the launcher', async () => {
    const { client, leaving } = await setUp();
    await addSdkPlusStub();
    const waited = untilKitHadItsTurn(client);
    leaving.abort();
    await waited;
  });

  it('takes a script of the page’s own beside an mParticle without the kit', async () => {
    const { made, acquire } = await setUp();
    const tag = Object.assign(document.createElement('script'), { id: 'rokt-launcher', src: SDK_URL });
    document.head.append(tag);
    await letSdkPlusCome({ kit: 'missing' });
    expect(await acquire()).to.equal(made[0]?.rokt.launcher);
    expect(tags()).to.deep.equal([tag]);
  });

  it('is warned of once a page, with the name of what to use', () => {
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('launcher="mparticle"');
  });
});

describe('an account-id on a page without mParticle', () => {
  it('waits for nothing', async () => {
    const { client } = await setUp();
    await untilKitHadItsTurn(client);
  });
});
