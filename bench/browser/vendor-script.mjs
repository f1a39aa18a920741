import { median, ratio } from '../statistics.mjs';
import { interleaved } from '../rounds.mjs';
import { tell, withBrowser } from './open.mjs';
import { bundlePeers } from './peers.mjs';
import { page as html } from './serve.mjs';

/** A vendor's script, empty and the same for all. */
const REMOTE = '/remote.js';

/** Tells in `window.loaded` when the vendor's script had come, ms from the navigation. */
const WATCH = `<script>
  window.loaded = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, responseEnd } of list.getEntries())
        if (new URL(name).pathname === '${REMOTE}') resolve(responseEnd);
    }).observe({ type: 'resource', buffered: true });
  });
</script>`;

const OURS = '<script type="module" src="/rokt-upsell.js"></script><rokt-upsell account-id="222"';
const BY_HAND = `const script = document.createElement('script');
script.src = '${REMOTE}';
script.async = true;
document.head.append(script);`;

/**
 * From the navigation to the script of a vendor that has come, by each one's loader, with nothing in a cache.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureVendorScript(scale) {
  return withBrowser(async (opened) => {
    const peers = await servePages(opened.pages);
    const files = ['by-hand', 'by-hand-again', 'hosted', ...peers.map(({ file }) => file)];
    const took = await interleaved(files, scale, (file) => tell(opened, `/${file}.html`, 'loaded'));
    const of = (/** @type {string} */ file) => took[file] ?? [];
    const [twin, again] = [of('by-hand'), of('by-hand-again')];
    const figure = (/** @type {string} */ name, /** @type {string} */ file) => ({
      name,
      reached: ratio(of(file), twin),
      unit: /** @type {const} */ ('×'),
      control: ratio(again, twin),
      details: {
        it: `${median(of(file)).toFixed(1)} ms`,
        'four lines by hand': `${median(twin).toFixed(1)} ms`,
      },
    });
    return {
      figures: [figure('rokt-upsell.js', 'hosted'), ...peers.map(({ file, name }) => figure(name, file))],
      rounds: scale.rounds,
    };
  });
}

/** Serves a page for each loader. @param {import('./open.mjs').Opened['pages']} pages */
async function servePages({ origin, serve }) {
  const peers = await bundlePeers(`${origin}${REMOTE}?`);
  serve(REMOTE, { body: ' ', type: 'text/javascript' });
  serve('/by-hand.js', { body: BY_HAND, type: 'text/javascript' });
  serve('/hosted.html', html(`${WATCH}${OURS} sdk-url="${origin}${REMOTE}"></rokt-upsell>`));
  const scripts = { '/by-hand.html': '/by-hand.js', '/by-hand-again.html': '/by-hand.js' };
  for (const [path, script] of Object.entries(scripts)) serve(path, html(pageOf(script)));
  for (const { file, body } of peers) {
    serve(`/${file}.js`, { body, type: 'text/javascript' });
    serve(`/${file}.html`, html(pageOf(`/${file}.js`)));
  }
  return peers;
}

/** @param {string} script */
function pageOf(script) {
  return `${WATCH}<script type="module" src="${script}"></script>`;
}
