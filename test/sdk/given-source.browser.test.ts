import { expect } from '@open-wc/testing';
import { createGivenSource } from '../../src/sdk/index.ts';
import { ScriptedLauncher } from '../../src/testing/index.ts';
import { outcomeOf, setUpSelection } from '../support/record-facts.ts';

const { signal } = new AbortController();
const client = { signal, timeout: 1_000, renewed: () => undefined, report: () => undefined };
/** mParticle's stub: its calls return nothing and are queued. */
const createStub = () => ({ calls: 0, selectPlacements: () => undefined }) as never;

describe('mParticle’s Rokt as the launcher', () => {
  afterEach(() => {
    delete window.mParticle;
  });

  it('is waited for until its kit is there; the stub is never called', async () => {
    const rokt = new ScriptedLauncher();
    const stub = createStub();
    const ready: (() => void)[] = [];
    window.mParticle = { Rokt: stub, ready: (callback) => ready.push(callback) };
    const { upsell, start } = setUpSelection();
    start({ sources: [createGivenSource(stub)] });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(upsell.state.phase).to.equal('loading');
    window.mParticle.Rokt = rokt.launcher;
    ready.forEach((callback) => callback());
    (await rokt.nextSelection()).succeed();
    expect(await upsell.phaseReached()).to.equal('ready');
    expect(rokt.isTerminated).to.equal(false);
  });

  it('that never attaches ends as launcher-timeout, not in waiting for ever', async () => {
    const stub = createStub();
    window.mParticle = { Rokt: stub, ready: () => undefined };
    const { upsell, types, start } = setUpSelection();
    start({ sources: [createGivenSource(stub)], timeout: 40 });
    expect(await upsell.phaseReached()).to.equal('failed');
    expect(upsell.state.error?.code).to.equal('launcher-timeout');
    expect(types()).to.deep.equal(['placements-loading', 'placements-failed']);
  });

  it('that is ready without a kit is selection-rejected', async () => {
    const stub = createStub();
    window.mParticle = { Rokt: stub, ready: (callback) => callback() };
    const { upsell, start } = setUpSelection();
    start({ sources: [createGivenSource(stub)] });
    await upsell.phaseReached();
    expect(upsell.state.error?.message).to.contain('expected a Selection, got undefined');
  });
});

describe('a launcher that the page made', () => {
  it('may be a promise, and keeps its own options', async () => {
    const { launcher } = new ScriptedLauncher();
    const codes: string[] = [];
    const report = ({ code }: { code: string }) => codes.push(code);
    const source = createGivenSource(Promise.resolve(launcher), { accountId: '222', noTargeting: true });
    expect(await source.acquire({ ...client, report })).to.equal(launcher);
    expect(codes).to.deep.equal(['launcher-options-fixed']);
    expect(await outcomeOf(createGivenSource({} as never).acquire(client))).to.equal('launcher-rejected');
  });
});
