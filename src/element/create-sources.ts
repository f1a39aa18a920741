import type { UpsellError } from '../model/index.ts';
import { chooseSource, type LauncherSource, type LoadOffers, type SourceChoice } from '../sdk/index.ts';
import { loadOffers } from './load-offers.ts';
import { ensureMount } from './mount.ts';
import { options } from './options.ts';
import type { UpsellProperties } from './upsell-properties.ts';

/** Loads the first-party launcher, and makes one. */
export const loadLauncher: LoadOffers = async (wanted) => {
  const { createOffersLauncher } = await loadOffers();
  return createOffersLauncher(wanted);
};

/**
 * The sources of one selection, also of one that starts by itself, as the properties name them by then. One that could not draw
 * into the element's mount fails at once.
 *
 * @param known what they named when the selection was decided on
 */
export function createSources(
  host: UpsellProperties,
  known: SourceChoice,
): readonly [LauncherSource, ...LauncherSource[]] {
  const mount = ensureMount(host, host.targetId || String(options.targetId.initial));
  const choice = chooseSource(host) ?? known;
  const [first, ...others] = choice.create((wanted) =>
    loadLauncher({ ...wanted, target: mount.node, page: host }),
  );
  const check = (source: LauncherSource) => {
    // Our own launcher is given the node itself.
    const fault = mount.unfit ?? (source.servedBy === 'offers' ? undefined : mount.unreachable);
    return fault ? createFailingSource(source, fault) : source;
  };
  return [check(first), ...others.map(check)];
}

function createFailingSource({ servedBy }: LauncherSource, fault: UpsellError): LauncherSource {
  return { servedBy, timeoutReason: fault, acquire: () => Promise.reject(fault) };
}
