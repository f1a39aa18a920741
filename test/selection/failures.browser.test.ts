import { expect } from '@open-wc/testing';
import { UpsellError } from '../../src/model/index.ts';
import { createGivenSource, type Launcher } from '../../src/sdk/index.ts';
import { nextTask, setUpSelection } from '../support/record-facts.ts';
import { type VirtualTime, withHeldTime } from '../support/virtual-time.ts';

describe('a selection that fails', () => {
  const launcherOf = (selectPlacements: unknown) => createGivenSource({ selectPlacements } as Launcher);
  const never = new Promise<never>(() => undefined);
  /** Rejects whoever awaits it, and nobody before. */
  const rejecting = {
    then: (_: unknown, reject: (reason: Error) => void) => reject(new Error('bad account')),
  };
  const refuse = (message: string) => () => Promise.reject(new Error(message));
  const rows = [
    { name: 'no launcher', source: createGivenSource({} as Launcher), code: 'launcher-rejected' },
    { name: 'launcher rejects', source: createGivenSource(rejecting as never), code: 'launcher-rejected' },
    { name: 'launcher never comes', source: createGivenSource(never), code: 'launcher-timeout' },
    { name: 'selectPlacements rejects', source: launcherOf(refuse('no')), code: 'selection-rejected' },
    { name: 'selectPlacements never settles', source: launcherOf(() => never), code: 'selection-timeout' },
    {
      name: 'selectPlacements returns undefined',
      source: launcherOf(() => undefined),
      code: 'selection-rejected',
    },
    {
      name: 'selectPlacements throws',
      source: launcherOf(() => {
        throw new Error('no');
      }),
      code: 'selection-rejected',
    },
  ];
  for (const { name, source, code } of rows) {
    const fail = async (time: VirtualTime) => {
      const { upsell, types, start } = setUpSelection();
      start({ sources: () => [source], timeout: 40 });
      const reached = upsell.phaseReached();
      await nextTask();
      await time.pass(40);
      expect(await reached).to.equal('failed');
      expect(upsell.state.error?.code).to.equal(code);
      expect(types()).to.deep.equal(['placements-loading', 'placements-failed']);
    };
    it(`ends as ${code} when ${name}`, withHeldTime(fail));
  }

  it('ends as what has failed already when the deadline comes before the next try', async () => {
    const { upsell, start } = setUpSelection();
    const timeoutReason = new UpsellError('script-blocked', 'the first try');
    start({ sources: () => [{ ...createGivenSource(never), timeoutReason }], timeout: 40 });
    expect(await upsell.phaseReached()).to.equal('failed');
    expect(upsell.state.error).to.equal(timeoutReason);
  });

  it('keeps the cause when getPlacements rejects', async () => {
    const { rokt, upsell, start } = setUpSelection();
    start();
    const cause = new Error('no catalogue');
    (await rokt.nextSelection()).fail(cause);
    expect(await upsell.phaseReached()).to.equal('failed');
    expect(upsell.state.error).to.include({ code: 'selection-rejected', cause });
  });

  it(
    'closes what arrives after its deadline, which never appears',
    withHeldTime(async (time) => {
      const { rokt, upsell, types, start } = setUpSelection();
      start({ timeout: 40 });
      const selection = await rokt.nextSelection();
      const reached = upsell.phaseReached();
      await time.pass(40);
      await reached;
      selection.succeed();
      await nextTask();
      expect(selection.isClosed).to.equal(true);
      expect(types()).to.deep.equal(['placements-loading', 'placements-failed']);
    }),
  );
});

describe('placements that come and go', () => {
  it('close the upsell when the last one fails or closes after ready, in whichever order', async () => {
    for (const order of [
      ['close', 'fail'],
      ['fail', 'close'],
      ['fail', 'fail'],
    ] as const) {
      const { rokt, upsell, start } = setUpSelection();
      start();
      const placements = (await rokt.nextSelection()).find(2);
      placements.forEach((placement) => placement.becomeReady());
      await upsell.phaseReached();
      order.forEach((end, index) => {
        if (end === 'close') placements[index]!.closeByShopper();
        else placements[index]!.emit('PLACEMENT_FAILURE');
      });
      expect(upsell.state.phase, order.join()).to.equal('closed');
    }
  });

  it(
    'are closed when they come after the deadline, and count no more',
    withHeldTime(async (time) => {
      const { rokt, upsell, start } = setUpSelection();
      start({ timeout: 40 });
      const [early, late] = (await rokt.nextSelection()).find(2);
      early!.becomeReady();
      const reached = upsell.phaseReached();
      await time.pass(40);
      await reached;
      await nextTask();
      expect([early!.isClosed, late!.isClosed]).to.deep.equal([false, true]);
      early!.closeByShopper();
      expect(upsell.state.phase).to.equal('closed');
    }),
  );

  it('are closed when their messages cannot be listened to', async () => {
    let isClosed = false;
    const selection = {
      getPlacements: () => Promise.resolve([]),
      on() {
        throw new Error('no such message');
      },
      async close() {
        isClosed = true;
      },
    };
    const { upsell, start } = setUpSelection();
    start({ sources: () => [createGivenSource({ selectPlacements: async () => selection } as never)] });
    expect(await upsell.phaseReached()).to.equal('failed');
    await nextTask();
    expect(isClosed).to.equal(true);
  });
});
