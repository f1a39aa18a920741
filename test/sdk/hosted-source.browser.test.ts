import { expect } from '@open-wc/testing';
import { createHostedSource, type LauncherOptions, loadRokt } from '../../src/sdk/index.ts';
import type { ScriptedRokt } from '../../src/testing/index.ts';
import { hostRokt } from '../support/hosted-page.ts';
import { outcomeOf } from '../support/record-facts.ts';

/** One who asks for a launcher and hears of nothing later. */
const { signal } = new AbortController();
const client = { signal, timeout: 5_000, renewed: () => undefined, report: () => undefined };

let count = 0;
/** A URL that no test before has loaded. */
const script = (query = '') => `/test/support/hosted-launcher.js?n=${++count}${query}`;
const tags = () => [...document.querySelectorAll<HTMLScriptElement>('#rokt-launcher')];
const addTag = (url: string) => {
  const tag = document.createElement('script');
  tag.id = 'rokt-launcher';
  tag.src = url;
  document.head.append(tag);
  return tag;
};

describe('the launcher script', () => {
  beforeEach(() => {
    hostRokt();
    delete window.RoktLauncherScriptPromise;
    window.launcherScriptRuns = 0;
  });

  it('is loaded once however many ask, with its tag as Rokt writes it', async () => {
    const url = script();
    const loads = await Promise.all([1, 2, 3].map(() => loadRokt({ url, nonce: 'n-1' })));
    expect(new Set(loads).size).to.equal(1);
    expect(window.launcherScriptRuns).to.equal(1);
    const [tag] = tags();
    expect(tag).to.include({
      async: true,
      crossOrigin: 'anonymous',
      nonce: 'n-1',
      parentNode: document.head,
    });
    await loadRokt({ url });
    expect(window.launcherScriptRuns).to.equal(1);
  });

  it('is not loaded where the global is there already', async () => {
    window.Rokt = { createLauncher: () => Promise.reject(new Error('unused')) };
    expect(await loadRokt({ url: script() })).to.equal(window.Rokt);
    expect(tags()).to.have.length(0);
  });

  it('is adopted where the page has a tag, without touching its handlers', async () => {
    const tag = addTag(script());
    let isLoaded = false;
    tag.onload = () => (isLoaded = true);
    await loadRokt({ url: script() });
    expect(isLoaded).to.equal(true);
    expect(tags()).to.deep.equal([tag]);
    expect(window.launcherScriptRuns).to.equal(1);
  });

  it('is awaited where Rokt’s own snippet loads it', async () => {
    window.RoktLauncherScriptPromise = new Promise((resolve) => {
      addTag(script()).addEventListener('load', () => setTimeout(resolve, 50));
    });
    await loadRokt({ url: script() });
    expect(window.launcherScriptRuns).to.equal(1);
  });

  it('may set its global some time after it ran', async () => {
    const rokt = await loadRokt({ url: script('&late=300') });
    expect(rokt).to.equal(window.Rokt);
  });

  it('that leaves no global is sdk-missing, and a later try succeeds', async () => {
    const url = script('&none=1');
    expect(await outcomeOf(loadRokt({ url }))).to.equal('sdk-missing');
    expect(window.launcherScriptRuns).to.equal(1);
    await loadRokt({ url: script() });
  });

  it('that is blocked is tried three times, leaves no tag, and a later try succeeds', async () => {
    const before = performance.getEntriesByType('resource').length;
    const url = `/test/support/no-such-launcher-${++count}.js`;
    const error = await loadRokt({ url }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'script-blocked');
    expect(error).to.have.property('message').that.contains(url);
    expect(tags()).to.have.length(0);
    const tries = performance.getEntriesByType('resource').slice(before);
    expect(tries.filter(({ name }) => name.endsWith(url)).length).to.be.within(1, 3);
    await loadRokt({ url: script() });
  });

  it('is loaded anew beside a tag that had failed before', async () => {
    const dead = addTag('/test/support/no-such-file.js');
    await new Promise((resolve) => dead.addEventListener('error', resolve));
    const rokt = await loadRokt({ url: script() });
    expect(rokt.createLauncher).to.be.a('function');
    expect(tags()).to.have.length(1);
    expect(tags()[0]).to.not.equal(dead);
    dead.remove();
  });

  it('with an integrity that does not match is blocked', async () => {
    const integrity = `sha384-${btoa('x'.repeat(48))}`;
    expect(await outcomeOf(loadRokt({ url: script(), integrity }))).to.equal('script-blocked');
    expect(window.launcherScriptRuns).to.equal(0);
  });
});

describe('the hosted launcher', () => {
  let rokt: ScriptedRokt;
  beforeEach(() => {
    rokt = hostRokt();
  });

  const source = (accountId: string, options: LauncherOptions = {}) =>
    createHostedSource({
      options: { ...options, accountId },
      script: { url: '/test/support/hosted-launcher.js' },
    });

  it('is made once with equal options, and anew, after the old one is terminated, with others', async () => {
    const { made } = rokt;
    const first = await source('1', { sandbox: true, sessionId: 's' }).acquire(client);
    expect(await source('1', { sessionId: 's', sandbox: true }).acquire(client)).to.equal(first);
    expect(made.map(({ options }) => options)).to.deep.equal([
      { accountId: '1', sandbox: true, sessionId: 's' },
    ]);
    expect(await source('1', { noTargeting: true }).acquire(client)).to.not.equal(first);
    expect(made.map(({ isTerminated }) => isTerminated)).to.deep.equal([true, false]);
    await made[1]!.terminateElsewhere();
    await source('1', { noTargeting: true }).acquire(client);
    expect(made).to.have.length(3);
  });

  it('that rejects is launcher-rejected with its cause, and a later try is a new one', async () => {
    rokt.reject(new Error('unknown account'));
    const error = await source('2')
      .acquire(client)
      .catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'launcher-rejected', message: 'launcher-rejected: unknown account' });
    rokt.make();
    expect(await source('2').acquire(client)).to.have.property('selectPlacements');
  });

  it('knows what a time-out means at each stage', async () => {
    rokt.hang();
    const hosted = source('3');
    expect(hosted.timeoutReason).to.equal('script-timeout');
    const acquired = hosted.acquire(client);
    while (hosted.timeoutReason === 'script-timeout') await new Promise((onTick) => setTimeout(onTick, 5));
    expect(hosted.timeoutReason).to.equal('launcher-timeout');
    rokt.make();
    await acquired;
  });

  it('knows that the script was blocked while it is tried again', async () => {
    const url = `/test/support/no-such-launcher-${++count}.js`;
    const hosted = createHostedSource({ options: {}, script: { url } });
    const acquired = hosted.acquire(client).catch((thrown: unknown) => thrown);
    while (hosted.timeoutReason === 'script-timeout') await new Promise((onTick) => setTimeout(onTick, 5));
    expect(hosted.timeoutReason).to.have.property('code', 'script-blocked');
    expect(hosted.timeoutReason).to.have.property('message').that.contains(url);
    expect(await acquired).to.have.property('code', 'script-blocked');
  });
});
