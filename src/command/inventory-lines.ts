import type { HeadersRequest, PageScript } from './header-lines.ts';
import { headerModes, type InventoryEntry } from './header-modes.ts';

/** Our files as they are published. */
interface OwnFiles {
  readonly own: PageScript;
  readonly cart: PageScript;
  readonly version: string;
}

/** The scripts that an upsell brings to a page, and the page's own that were named, as CSV with a head line. */
export function inventoryLines({ own, cart, version, ...request }: HeadersRequest & OwnFiles): string[] {
  const mode = headerModes[request.mode];
  const entries: InventoryEntry[] = [
    entryOf(own, { version, purpose: mode.purpose, data: mode.data, origins: mode.origins(request) }),
    entryOf(cart, {
      version,
      purpose: "keeps the shop's cart and the upsells the same (connectCart)",
      data: 'ids and quantities of cart lines',
      origins: 'none',
    }),
    ...mode.scripts(request),
    ...request.scripts.map((script) =>
      entryOf(script, {
        version: 'yours',
        purpose: 'yours to say',
        data: 'yours to say',
        origins: 'yours to say',
      }),
    ),
  ];
  const rows = entries.map((entry) => columns.map((column) => toField(entry[column])).join(','));
  return [columns.join(','), ...rows];
}

const columns = ['script', 'version', 'integrity', 'purpose', 'data', 'origins'] as const;

function entryOf(
  { url, integrity }: PageScript,
  rest: Omit<InventoryEntry, 'script' | 'integrity'>,
): InventoryEntry {
  return { script: url, integrity, ...rest };
}

function toField(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
