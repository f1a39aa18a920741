import { expect } from '@open-wc/testing';
import { loadRokt } from '../../src/sdk/launcher-script.ts';
import { addTag, hostRokt, launcherTags, missingScript, newScript } from '../support/hosted-rokt.ts';
import { outcomeOf } from '../support/record-facts.ts';
import { freshKey, scriptedOrigins } from '../support/scripted-page.ts';
import { until } from '../support/until.ts';
import { withHeldTime } from '../support/virtual-time.ts';

describe('the launcher script', () => {
  beforeEach(() => void hostRokt());

  it('is loaded once however many ask, with its tag as Rokt writes it', async () => {
    const url = newScript();
    const loads = [1, 2, 3].map(() => loadRokt({ url, nonce: 'n-1' }));
    expect(new Set(await Promise.all(loads.map(({ rokt }) => rokt)))).to.deep.equal(new Set([window.Rokt]));
    expect(window.launcherScriptRuns).to.equal(1);
    const [tag] = launcherTags();
    expect(tag).to.include({
      async: true,
      crossOrigin: 'anonymous',
      nonce: 'n-1',
      parentNode: document.head,
    });
    await loadRokt({ url }).rokt;
    expect(window.launcherScriptRuns).to.equal(1);
  });

  it('is not loaded where the global is there already', async () => {
    window.Rokt = { createLauncher: () => Promise.reject(new Error('unused')) };
    expect(await loadRokt({ url: newScript() }).rokt).to.equal(window.Rokt);
    expect(launcherTags()).to.have.length(0);
  });

  it(
    'may set its global some time after it ran; until then that is what is missing',
    withHeldTime(async (time) => {
      const load = loadRokt({ url: newScript('&late=300') });
      await until(() => window.launcherScriptRuns === 1);
      await until(() => load.failure !== undefined);
      expect(load.failure).to.have.property('code', 'sdk-missing');
      await time.pass(300);
      expect(await load.rokt).to.equal(window.Rokt);
    }),
  );

  it(
    'that leaves no global is sdk-missing, and a later try succeeds',
    withHeldTime(async (time) => {
      const load = loadRokt({ url: newScript('&none=1') });
      await until(() => load.failure !== undefined);
      await time.pass(2_000);
      expect(await outcomeOf(load.rokt)).to.equal('sdk-missing');
      expect(window.launcherScriptRuns).to.equal(1);
      await loadRokt({ url: newScript() }).rokt;
    }),
  );

  it('that is blocked is tried three times, leaves no tag, and a later try succeeds', async () => {
    const before = performance.getEntriesByType('resource').length;
    const url = missingScript();
    const error = await loadRokt({ url: `${url}?mail=ann@shop.example` }).rokt.catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.have.property('code', 'script-blocked');
    expect(error).to.have.property('message').that.contains(location.host);
    expect(error).to.have.property('message').that.does.not.contain('ann@');
    expect(launcherTags()).to.have.length(0);
    const tries = performance.getEntriesByType('resource').slice(before);
    expect(tries.filter(({ name }) => name.includes(url)).length).to.be.within(1, 3);
    await loadRokt({ url: newScript() }).rokt;
  });

  it('with an integrity that does not match is blocked', async () => {
    const integrity = `sha384-${btoa('x'.repeat(48))}`;
    expect(await outcomeOf(loadRokt({ url: newScript(), integrity }).rokt)).to.equal('script-blocked');
    expect(window.launcherScriptRuns).to.equal(0);
  });
});

describe('a script that the page loads itself', () => {
  beforeEach(() => void hostRokt());

  it('is adopted where it is a tag, without touching its handlers', async () => {
    const tag = addTag(newScript());
    let isLoaded = false;
    tag.onload = () => {
      isLoaded = true;
    };
    await loadRokt({ url: newScript() }).rokt;
    expect(isLoaded).to.equal(true);
    expect(launcherTags()).to.deep.equal([tag]);
    expect(window.launcherScriptRuns).to.equal(1);
  });

  it('is awaited where Rokt’s own snippet loads it', async () => {
    const tag = addTag(newScript());
    // By its promise alone, not by its tag.
    tag.removeAttribute('id');
    window.RoktLauncherScriptPromise = new Promise((resolve) => tag.addEventListener('load', resolve));
    await loadRokt({ url: newScript() }).rokt;
    expect(window.launcherScriptRuns).to.equal(1);
    expect(launcherTags()).to.deep.equal([]);
    tag.remove();
  });

  it('is loaded anew where Rokt’s own snippet has failed', async () => {
    window.RoktLauncherScriptPromise = Promise.reject(new Error('ann@shop.example'));
    const load = loadRokt({ url: newScript() });
    expect(await load.rokt).to.equal(window.Rokt);
    expect(window.launcherScriptRuns).to.equal(1);
  });

  it('is loaded anew beside a tag that had failed before', async () => {
    const dead = addTag('/test/support/no-such-file.js');
    await new Promise((resolve) => dead.addEventListener('error', resolve));
    const rokt = await loadRokt({ url: newScript() }).rokt;
    expect(rokt.createLauncher).to.be.a('function');
    expect(launcherTags()).to.have.length(1);
    expect(launcherTags()[0]).to.not.equal(dead);
    dead.remove();
  });
});

describe('what one URL did', () => {
  beforeEach(() => void hostRokt());

  it(
    'says nothing of another: a good one loads while a bad one is being tried',
    withHeldTime(async (time) => {
      const bad = loadRokt({ url: missingScript() });
      const failed = outcomeOf(bad.rokt);
      await until(() => bad.failure !== undefined);
      const good = loadRokt({ url: newScript() });
      expect(good.failure).to.equal(undefined);
      expect(await good.rokt).to.equal(window.Rokt);
      expect(good.failure).to.not.have.property('code', 'script-blocked');
      // Rokt's global is there by now, whoever has brought it.
      await time.pass(1_000);
      expect(await failed).to.not.equal('script-blocked');
    }),
  );

  it('says nothing of another: a good one does not wait for one that never answers', async () => {
    const { page } = await scriptedOrigins();
    const key = freshKey();
    const hanging = loadRokt({ url: `${page}/no-such-launcher.js?fault=never&key=${key}` });
    expect(await loadRokt({ url: newScript() }).rokt).to.equal(window.Rokt);
    // Rokt's global is there by now, whoever has brought it.
    expect(await hanging.rokt).to.equal(window.Rokt);
    expect(hanging.failure).to.equal(undefined);
    await fetch(`${page}/mend?key=${key}`);
  });

  it('says nothing of another after it is given up, or of the same later', async () => {
    const url = missingScript();
    expect(await outcomeOf(loadRokt({ url }).rokt)).to.equal('script-blocked');
    const again = loadRokt({ url });
    expect(again.failure).to.equal(undefined);
    expect(await outcomeOf(again.rokt)).to.equal('script-blocked');
  });
});
