import { expect, fixture, html } from '@open-wc/testing';
import type { Launcher, Selection } from '../../src/sdk/index.ts';
import { frames, listenTo, loadStandIn, makeLauncher, standInUrl } from '../support/stand-in.ts';

const places = html`<div>
  <div id="rokt-placeholder"></div>
  <div id="second"></div>
</div>`;

const nameOf = (error: unknown) => (error as Error).name;

describe('the stand-in for Rokt’s launcher', () => {
  let launcher: Launcher | undefined;
  beforeEach(async () => {
    await fixture<HTMLElement>(places);
  });
  afterEach(async () => {
    await launcher?.terminate?.();
    launcher = undefined;
    expect(frames(), 'no frame is left').to.have.length(0);
  });

  const select = async (identifier?: string): Promise<Selection> => {
    launcher ??= await makeLauncher();
    return launcher.selectPlacements({ attributes: {}, ...(identifier && { identifier }) });
  };

  it('draws each placement in a frame of another origin, and chooses in a hidden one', async () => {
    const selection = await select();
    await selection.ready();
    const [service] = [new URL(await standInUrl()).origin];
    expect(frames().map(({ contentDocument }) => contentDocument)).to.deep.equal([null, null, null]);
    expect(frames().map(({ src }) => new URL(src).origin)).to.deep.equal([service, service, service]);
    const shown = frames().filter((frame) => frame.offsetHeight > 0);
    expect(shown.map((frame) => frame.parentElement?.id)).to.deep.equal(['rokt-placeholder', 'second']);
    expect(shown.map(({ title }) => title)).to.deep.equal(['Extras', 'Offers']);
    await selection.close();
    expect(frames()).to.have.length(0);
  });

  it('is one a page, also while it is being made, with the first one’s options, until it is terminated', async () => {
    const { createLauncher } = await loadStandIn();
    const first = createLauncher({ accountId: '333', sessionId: 'first' });
    const second = createLauncher({ accountId: '333', sessionId: 'second' });
    expect(await first).to.equal(await second);
    expect(await createLauncher({ accountId: 'nobody' })).to.equal(await first);
    const selection = await (await second).selectPlacements({ attributes: {} });
    expect(await selection.context?.sessionId).to.equal('first');
    await (await first).terminate?.();
    launcher = await createLauncher({ accountId: '333' });
    expect(launcher).not.to.equal(await first);
    expect(await (await first).selectPlacements({ attributes: {} }).catch(String)).to.contain('terminated');
  });

  it('is not made for an account that is not known, and another try makes one', async () => {
    const { createLauncher } = await loadStandIn();
    const refused = await createLauncher({ accountId: 'nobody' }).catch(String);
    expect(refused).to.contain('not known, or does not allow this page');
    launcher = await createLauncher({ accountId: '333' });
  });

  it('closes a selection that is not done: nothing of it comes', async () => {
    const selection = await select();
    await selection.close();
    expect(await selection.getPlacements().catch(String)).to.contain('gone');
    expect(frames()).to.have.length(0);
    const next = await select();
    expect(await next.getPlacements()).to.have.length(2);
    await next.close();
    expect(frames()).to.have.length(0);
  });

  it('fails a placement that has no place, which then closes; the others are there', async () => {
    const selection = await select('lost');
    const told = listenTo(selection, 'PLACEMENT_READY', 'PLACEMENT_FAILURE', 'PLACEMENT_CLOSED');
    const placements = await selection.getPlacements();
    const settled = await Promise.allSettled(placements.map((placement) => placement.ready()));
    expect(settled.map(({ status }) => status)).to.deep.equal(['fulfilled', 'fulfilled', 'rejected']);
    expect(await selection.ready().catch(String)).to.contain('#nowhere');
    expect(told.map(({ name }) => name).sort()).to.deep.equal([
      'PLACEMENT_CLOSED',
      'PLACEMENT_FAILURE',
      'PLACEMENT_READY',
      'PLACEMENT_READY',
    ]);
  });

  it('belongs to one session, which it tells', async () => {
    const [first, second] = [await select(), await select()];
    const sessionId = await first.context?.sessionId;
    expect(sessionId).to.match(/^[\da-f-]{36}$/);
    expect(await second.context?.sessionId).to.be.a('string');
    await first.close();
    const third = await select();
    expect(await third.context?.sessionId).to.equal(sessionId);
  });

  it('takes attributes of plain data, and refuses what cannot be cloned', async () => {
    const selection = await select();
    await selection.setAttributes({ total: 3, lines: [{ id: 'a' }] });
    const proxied = selection.setAttributes({ lines: new Proxy([], {}) });
    expect(await proxied.catch(nameOf)).to.equal('DataCloneError');
    const functions = launcher!.selectPlacements({ attributes: { act: () => undefined } });
    expect(await functions.catch(nameOf)).to.equal('DataCloneError');
  });

  it('hashes attributes without a selection', async () => {
    launcher = await makeLauncher();
    expect(await launcher.hashAttributes?.({ email: 'a' })).to.deep.equal({
      emailsha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
    });
  });

  it('takes an observer and nothing at all as a listener, and stops telling who has left', async () => {
    const selection = await select();
    const heard: unknown[] = [];
    const on = (listener: unknown) => selection.on('PLACEMENT_READY').subscribe(listener as never);
    on(undefined);
    on({ next: (event: unknown) => heard.push(event) });
    const left = on(() => heard.push('left')) as { unsubscribe(): void };
    left.unsubscribe();
    await selection.ready();
    expect(heard).to.deep.equal([
      { type: 'PLACEMENT_READY', body: {} },
      { type: 'PLACEMENT_READY', body: {} },
    ]);
  });
});
