import type { HeadersRequest } from './header-lines.ts';
import { headerModes, type InventoryEntry } from './header-modes.ts';

/** Our file as it is published. */
interface OwnFile {
  readonly url: string;
  readonly hash: string;
  readonly version: string;
}

/** The scripts that an upsell brings to a page, as CSV with a head line. */
export function inventoryLines({ url, hash, version, ...request }: HeadersRequest & OwnFile): string[] {
  const mode = headerModes[request.mode];
  const own: InventoryEntry = {
    script: url,
    version,
    integrity: hash,
    purpose: mode.purpose,
    data: 'placement attributes set by the page, quantities of upsells; no card data, cookies, storage or key listeners',
    origins: mode.origins(request),
  };
  const rows = [own, ...mode.scripts(request)].map((entry) => Object.values(entry).map(toField).join(','));
  return [Object.keys(own).join(','), ...rows];
}

function toField(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
