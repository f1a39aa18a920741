import type { CatalogueFault } from '../catalogue/check-catalogue.ts';
import { obstacleTo } from './webhook-address.ts';

/**
 * What makes each message to a provider fail, whatever the provider does: an address that none may go to. Of what is no URL
 * nothing is said, since the catalogue's own check does.
 *
 * @param allowed origins that the operator has allowed, whatever they are
 */
export function targetFaults(
  providers: Readonly<Record<string, unknown>>,
  allowed: ReadonlySet<string>,
): CatalogueFault[] {
  return Object.entries(providers).flatMap(([name, provider]) => {
    const { url } = (provider ?? {}) as { readonly url?: unknown };
    if (typeof url !== 'string' || !/^https?:/.test(url) || !URL.canParse(url)) return [];
    const obstacle = obstacleTo(new URL(url), allowed);
    return obstacle === null ? [] : [{ path: `providers.${name}.url`, ...obstacle }];
  });
}
