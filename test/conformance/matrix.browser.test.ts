import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { conformanceCases, frameworkTitles } from './cases.ts';
import { ConformancePage } from './conformance-page.ts';

const examples = await executeServerCommand<string[], string>('examples', 'conformance');
const pages = {
  plain: '/test/conformance/plain/conformance.html',
  ...Object.fromEntries(examples.map((name) => [name, `/demo/examples/${name}/dist/conformance.html`])),
};

/** Every page; React's once more in its strict mode, which mounts everything twice. */
const runs = Object.entries(pages).flatMap(([framework, url]) => {
  const title = frameworkTitles[framework] ?? framework;
  const run = { framework, url: `${url}?`, title };
  const strict = { framework, url: `${url}?strict&`, title: `${title}, strict mode` };
  return framework === 'react' ? [run, strict] : [run];
});

for (const { framework, url, title } of runs) {
  describe(`<rokt-upsell> in ${title}`, () => {
    for (const { name, query = '', only, act, expected, limits } of conformanceCases) {
      if (only && !only.includes(framework)) continue;
      const limit = limits?.[framework];
      it(limit ? `${name}: not here, ${limit.note}` : name, async () => {
        const page = await ConformancePage.open(url + query);
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
