import { UpsellError } from '../model/index.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import type { LauncherSource } from './launcher-source.ts';
import { whileWaited } from './while-waited.ts';

/** Makes the first-party launcher; whoever draws it gives it, since only they may load it and know where it goes. */
export type LoadOffers = (options: LauncherOptions & { readonly offersUrl: string }) => Promise<Launcher>;

/** The first-party launcher, over the offers at `offersUrl`. */
export function createOffersSource(
  offersUrl: string,
  options: LauncherOptions,
  loadOffers: LoadOffers,
): LauncherSource {
  const unavailable = (cause?: unknown) => {
    if (cause instanceof UpsellError) return cause;
    return new UpsellError('offers-unavailable', 'the first-party launcher could not be loaded', { cause });
  };
  const load = async () => loadOffers({ ...options, offersUrl });
  return {
    servedBy: 'offers',
    timeoutReason: 'offers-unavailable',
    acquire: (client) =>
      whileWaited(load, client, unavailable).catch((thrown: unknown) => {
        throw unavailable(thrown);
      }),
  };
}
