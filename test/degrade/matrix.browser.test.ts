import { expect } from '@open-wc/testing';
import { freshKey, openPage, type PageState, type ScriptedPage } from '../support/scripted-page.ts';
import { type DegradeRow, degradeRows, passTime, TIMEOUT } from './rows.ts';

const TERMINAL = ['placements-ready', 'placements-empty', 'placements-failed', 'placements-closed'];
const PHASES = ['idle', 'loading', 'ready', 'empty', 'failed', 'closed'];

/** The terminal events of each selection of the page. */
function terminalEvents({ events }: PageState): string[][] {
  const selections: string[][] = [];
  for (const { type } of events) {
    if (type === 'placements-loading') selections.push([]);
    else if (TERMINAL.includes(type)) selections.at(-1)?.push(type);
  }
  return selections;
}

function page({ launcher = '', before = '', attributes = '', acts = [] }: DegradeRow, key: string): string {
  const sdkUrl = `/support/page/launcher.js?key=${key}&amp;${launcher.replaceAll('&', '&amp;')}`;
  const time = acts.includes(passTime) ? '<script src="/support/page/held-time.js"></script>' : '';
  return `${time}${before}<script type="module" src="/script/rokt-upsell.js"></script>
    <rokt-upsell account-id="222" sdk-url="${sdkUrl}" timeout="${TIMEOUT}" ${attributes}>
      <p slot="failed">Extras cannot be shown right now.</p>
    </rokt-upsell>`;
}

async function perform(scripted: ScriptedPage, acts: readonly string[], key: string): Promise<void> {
  for (const act of acts) {
    const [name = '', ...args] = act.split(' ');
    if (name === 'mend') await scripted.mend(key);
    else if (PHASES.includes(name)) await scripted.until(({ phase }) => phase === name);
    else await scripted.act(name, ...args);
  }
}

describe('the degrade matrix', () => {
  for (const row of degradeRows) {
    it(`${row.name}: ${row.phase}${row.later ? `, then ready by ${row.later}` : ''}`, async () => {
      const key = freshKey();
      const scripted = await openPage({ html: page(row, key) });
      await perform(scripted, row.acts ?? [], key);
      const state = await scripted.until(({ phase }) => phase === row.phase);
      expect([state.phase, state.code]).to.deep.equal([row.phase, row.code]);
      expect(terminalEvents(state).at(-1)).to.deep.equal([row.event]);
      expect(state.events.at(-1)).to.include({ type: row.event, code: row.code });
      expect(state.errors).to.deep.equal([]);
      if (row.later) {
        await perform(scripted, row.again ?? ['mend', 'select'], key);
        await scripted.until(({ phase, isOffered }) => phase === 'ready' && isOffered);
      }
      for (const terminal of terminalEvents(await scripted.state())) expect(terminal.length).to.be.at.most(1);
      scripted.close();
    });
  }
});
