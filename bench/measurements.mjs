import { ensureBuild } from '../tools/setup/ensure-build.mjs';
import { Trouble } from '../tools/setup/trouble.mjs';
import { measureClicks } from './browser/clicks.mjs';
import { measureDrawing } from './browser/drawing.mjs';
import { measureLoading } from './browser/loading.mjs';
import { measureMemory } from './browser/memory.mjs';
import { measureUpdates } from './browser/updates.mjs';
import { measureVendorScript } from './browser/vendor-script.mjs';
import { measureCart } from './cart.mjs';
import { bundleServers } from './service/bundle-servers.mjs';
import { measureCalls } from './service/calls.mjs';
import { measureDown } from './service/down.mjs';
import { measureGrowth } from './service/growth.mjs';
import { measureHot } from './service/hot.mjs';
import { measureOutbox } from './service/outbox.mjs';
import { measurePrism } from './service/prism.mjs';
import { measureSizes } from './sizes.mjs';
import { measureTested } from './tested.mjs';

/**
 * @typedef {object} Measurement
 * @property {string} name what `--only` calls it
 * @property {string} title its heading in BENCHMARKS.md
 * @property {keyof typeof preparations} part what `--only` calls it with others
 * @property {(scale: import('./scale.mjs').Scale) => Promise<import('./figure.mjs').Table>} measure
 */

/** All of them, in the order of BENCHMARKS.md. @type {readonly Measurement[]} */
export const measurements = [
  { name: 'sizes', title: 'Bytes, as served', part: 'counts', measure: measureSizes },
  { name: 'tests', title: 'Counts, each by its test', part: 'counts', measure: measureTested },
  { name: 'drawing', title: 'Drawing', part: 'browser', measure: measureDrawing },
  { name: 'loading', title: 'First offers', part: 'browser', measure: measureLoading },
  { name: 'vendor-script', title: 'The script of a vendor', part: 'browser', measure: measureVendorScript },
  { name: 'updates', title: 'Changes', part: 'browser', measure: measureUpdates },
  { name: 'clicks', title: 'Clicks on Add', part: 'browser', measure: measureClicks },
  { name: 'memory', title: 'Memory', part: 'browser', measure: measureMemory },
  { name: 'cart', title: 'A cart of 10,000 lines', part: 'browser', measure: measureCart },
  { name: 'calls', title: 'CPU of a call', part: 'service', measure: measureCalls },
  { name: 'prism', title: 'The same reserve by Prism', part: 'service', measure: measurePrism },
  { name: 'growth', title: 'Growth', part: 'service', measure: measureGrowth },
  { name: 'outbox', title: 'Messages to providers', part: 'service', measure: measureOutbox },
  { name: 'down', title: 'A provider that is down', part: 'service', measure: measureDown },
  { name: 'hot', title: 'One product that everybody wants', part: 'service', measure: measureHot },
];

/** What each part is measured on. */
const preparations = { counts: ensureBuild, browser: ensureBuild, service: bundleServers };

/** Makes what these are measured on. @param {readonly Measurement[]} chosen */
export async function prepare(chosen) {
  for (const act of new Set(chosen.map(({ part }) => preparations[part]))) await act();
}

/**
 * Those with these names, or of these parts; all of them where nothing is named.
 *
 * @param {readonly string[]} names
 */
export function chosenMeasurements(names) {
  for (const asked of names) {
    if (!measurements.some(({ name, part }) => name === asked || part === asked))
      throw new Trouble(`There is no "${asked}". There is: ${known().join(' ')}`);
  }
  if (names.length === 0) return measurements;
  return measurements.filter(({ name, part }) => names.includes(name) || names.includes(part));
}

function known() {
  return [...Object.keys(preparations), ...measurements.map(({ name }) => name)];
}
