import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startDemoServer } from '../../demo/server.mjs';
import { root } from '../../tools/setup/project.mjs';
import { Baseline } from './baseline.ts';
import { History } from './history.ts';
import { type Painter, paintersHere } from './painters.ts';
import { difference, pictures, take } from './scene-pictures.ts';
import { judge, MOST } from './verdict.ts';

/** `ROKT_UPSELL_BASELINE=write`: the pictures are kept as the new baseline, to be looked at and committed. */
const isWriting = process.env['ROKT_UPSELL_BASELINE'] === 'write';

const folder = join(import.meta.dirname, 'baseline');
const history = new History(root, folder);
after(() => history.stop());

for (const [engine, start] of paintersHere())
  describe(`the gallery in ${engine}`, () => {
    let painter: Painter;
    let server: Awaited<ReturnType<typeof startDemoServer>>;
    let baseline: Baseline;
    before(async () => {
      server = await startDemoServer({ port: 0 });
      painter = await start();
      baseline = new Baseline(join(folder, engine), painter.version);
    });
    after(async () => {
      await painter.stop();
      await server.close();
    });

    for (const picture of pictures)
      it(`looks as it did: ${picture.name}`, async (test) => {
        const now = await take(painter, server.url, picture);
        if (isWriting) return baseline.write(picture.name, now);
        const paint = (url: string) => take(painter, url, picture);
        const verdict = await judge(picture.name, now, { engine, baseline, history, paint });
        if (verdict.kind === 'unknown')
          return test.skip('another browser or other fonts, and no commit before to compare with');
        if (verdict.kind === 'meant')
          return test.diagnostic(`${engine}/${picture.name} has changed, and its baseline with it`);
        assert.equal(verdict.kind, 'same', JSON.stringify(verdict));
      });

    it('is seen to differ where a corner is square, or a text a shade paler', async () => {
      const [picture] = pictures;
      const now = await take(painter, server.url, picture!);
      for (const css of [
        ':root { --rokt-upsell-button-radius: 0; --rokt-upsell-radius: 0 }',
        ':root { --rokt-upsell-text-muted: #888 }',
      ])
        assert.ok(difference(now, await take(painter, server.url, picture!, css)) > MOST, css);
    });
  });
