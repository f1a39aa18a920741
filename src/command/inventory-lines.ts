import type { HeadersRequest } from './header-lines.ts';

/** One script of the page, as an inventory names it. */
interface InventoryEntry {
  readonly script: string;
  readonly version: string;
  readonly integrity: string;
  readonly purpose: string;
  readonly data: string;
  readonly origins: string;
}

const ROKT_LAUNCHER = 'https://apps.rokt.com/wsdk/integrations/launcher.js';

/** The scripts that an upsell brings to a page, as CSV with a head line. */
export function inventoryLines({
  mode,
  url,
  hash,
  version,
  sdkUrl,
  sdkIntegrity,
  offersUrl,
}: HeadersRequest & { readonly url: string; readonly hash: string; readonly version: string }): string[] {
  const own: InventoryEntry = {
    script: url,
    version,
    integrity: hash,
    purpose:
      mode === 'hosted'
        ? "shows Rokt's upsells in the checkout"
        : "shows the shop's own upsells in the checkout",
    data: 'placement attributes set by the page, quantities of upsells; no card data, cookies, storage or key listeners',
    origins: mode === 'hosted' ? 'none' : (offersUrl?.origin ?? "the page's own"),
  };
  const launcher: InventoryEntry = {
    script: sdkUrl?.href ?? ROKT_LAUNCHER,
    version: sdkIntegrity ? 'pinned' : 'changes every two weeks',
    integrity: sdkIntegrity ?? 'none',
    purpose: "Rokt's launcher: chooses and draws the upsells, in frames of its own origin",
    data: 'placement attributes set by the page; see your agreement with Rokt',
    origins: sdkUrl?.origin ?? 'apps.rokt.com, apps.rokt-api.com, apps.roktecommerce.com',
  };
  const entries = mode === 'hosted' ? [own, launcher] : [own];
  return [Object.keys(own).join(','), ...entries.map((entry) => Object.values(entry).map(toField).join(','))];
}

function toField(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
