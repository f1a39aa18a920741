import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemoServer } from '../../demo/server.mjs';
import { Baseline, changedPictures, serveParent } from './baseline.ts';
import { type Painter, paintersHere } from './painters.ts';
import { difference, pictures, take } from './scene-pictures.ts';

/** `ROKT_UPSELL_BASELINE=write`: the pictures are kept as the new baseline, to be looked at and committed. */
const isWriting = process.env['ROKT_UPSELL_BASELINE'] === 'write';
/** So many pixels are a caret or the edge of a letter. */
const MOST = 20;

/** What the pictures of the commit before are taken from, made when the first engine needs it. */
let parent: ReturnType<typeof serveParent> | undefined;
after(async () => (await parent)?.stop());

for (const [engine, start] of paintersHere())
  describe(`the gallery in ${engine}`, () => {
    let painter: Painter;
    let server: Awaited<ReturnType<typeof startDemoServer>>;
    let baseline: Baseline;
    before(async () => {
      server = await startDemoServer({ port: 0 });
      painter = await start();
      baseline = new Baseline(engine, painter.version);
    });
    after(async () => {
      await painter.stop();
      await server.close();
    });

    for (const picture of pictures)
      it(`looks as it did: ${picture.name}`, async (test) => {
        const now = await take(painter, server.url, picture);
        if (isWriting) return baseline.write(picture.name, now);
        if (baseline.isOfThisMachine) {
          const pixels = difference(now, baseline.read(picture.name));
          return assert.ok(pixels <= MOST, `${pixels} pixels differ from the baseline`);
        }
        parent ??= serveParent();
        const earlier = await parent;
        if (!earlier)
          return test.skip('another browser or other fonts, and no commit before to compare with');
        const pixels = difference(now, await take(painter, earlier.url, picture));
        if (pixels <= MOST) return;
        const isMeant = changedPictures().has(`${engine}/${picture.name}`);
        if (isMeant) return test.diagnostic(`changed with its baseline: ${engine}/${picture.name}`);
        assert.fail(`${pixels} pixels differ from the commit before, and the baseline is as it was`);
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
