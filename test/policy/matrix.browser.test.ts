import { expect } from '@open-wc/testing';
import { openPage } from '../support/scripted-page.ts';
import { policyControls } from './controls.ts';
import { type Engine, policyRows } from './rows.ts';

const engine = engineOf(navigator.userAgent);

function engineOf(userAgent: string): Engine {
  if (userAgent.includes('Firefox/')) return 'Firefox';
  return userAgent.includes('Chrome/') ? 'Chromium' : 'WebKit';
}

/** The directives that were violated, each once. */
const directives = (violations: readonly string[]) =>
  [...new Set(violations.map((violation) => violation.split(' ')[0]))].sort();

describe('the policy matrix', () => {
  for (const { name, attempt, without = [], ...page } of policyControls) {
    const isThere = !without.includes(engine);
    it(`${name}${isThere ? '' : `, but not in ${engine}, whose rows below show no more than that it works there`}`, async () => {
      const scripted = await openPage({ html: '', ...page });
      expect(await scripted.act('attempt', attempt)).to.equal(!isThere);
      scripted.close();
    });
  }

  for (const { name, mode, phase, code, violations = [], ...page } of policyRows) {
    it(`${name}: ${mode}, ${code ?? phase}`, async () => {
      const scripted = await openPage(page);
      const state = await scripted.until((now) => ['ready', 'empty', 'failed'].includes(now.phase ?? ''));
      expect([state.phase, state.code, state.errors]).to.deep.equal([phase, code, []]);
      if (phase === 'ready') await scripted.until(({ isOffered }) => isOffered);
      // They are told of in a task of their own.
      await scripted.until((now) => directives(now.violations).length >= violations.length);
      expect(directives((await scripted.state()).violations)).to.deep.equal(violations);
      if (page.html.includes('own-lit')) expect(state.text).to.contain('Drawn by the shop');
      scripted.close();
    });
  }
});
