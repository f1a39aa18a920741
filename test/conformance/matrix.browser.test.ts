import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { conformanceCases, frameworkTitles } from './cases.ts';
import { ConformancePage } from './conformance-page.ts';

const examples = await executeServerCommand<string[], undefined>('examples');
const pages = {
  plain: '/test/conformance/plain/conformance.html',
  ...Object.fromEntries(examples.map((name) => [name, `/demo/examples/${name}/dist/conformance.html`])),
};

for (const [framework, url] of Object.entries(pages)) {
  describe(`<rokt-upsell> in ${frameworkTitles[framework] ?? framework}`, () => {
    for (const { name, query = '', only, act, expected, limits } of conformanceCases) {
      if (only && !only.includes(framework)) continue;
      const limit = limits?.[framework];
      it(limit ? `${name}: not here, ${limit.note}` : name, async () => {
        const page = await ConformancePage.open(`${url}?${query}`);
        try {
          expect(await act(page)).to.deep.equal((limit ?? { expected }).expected);
          expect(page.errors).to.deep.equal([]);
        } finally {
          page.close();
        }
      });
    }
  });
}
