import { expiryFaults, faultText, isRecord, offersFaults, offersIn, unknownFields } from '../model/index.ts';
import { checkCatalogue } from '../service/catalogue/check-catalogue.ts';
import { targetFaults } from '../service/fulfilment/target-faults.ts';

/** What there is to say of a file, each in a line. */
export interface Findings {
  /** For which it is refused. */
  readonly faults: readonly string[];
  /** What nobody reads. */
  readonly warnings: readonly string[];
}

/**
 * What there is to say of the catalogue, or of the `offers.json`, that `json` is by its content.
 *
 * @param allowed origins of providers that need be neither https nor public
 */
export function checkFile(json: unknown, allowed: ReadonlySet<string> = new Set()): Findings {
  if (isCatalogue(json)) {
    const faults = [...checkCatalogue(json), ...targetFaults(providersIn(json), allowed)];
    return { faults: faults.map(faultText), warnings: [] };
  }
  const faults = [
    ...offersFaults(json),
    // A page lets it pass: its own check would need the calendar with it.
    ...offersIn(json).flatMap(([offer, path]) => expiryFaults(offer, path)),
  ];
  return { faults: faults.map(faultText), warnings: unknownFields(json).map(faultText) };
}

/** By the schema that it names; else by what only a catalogue has: an account, providers, products with a `sku`. */
function isCatalogue(json: unknown): boolean {
  if (!isRecord(json)) return false;
  const { $schema, placements } = json;
  if (typeof $schema === 'string' && $schema.endsWith('offers.schema.json')) return false;
  if (typeof $schema === 'string' && $schema.endsWith('catalogue.schema.json')) return true;
  const hasSku = (placement: unknown) =>
    listIn(placement, 'offers').some((offer) => isRecord(offer) && 'sku' in offer);
  const isOne = ['accountId', 'products', 'providers', 'holdSeconds'].some((field) => field in json);
  return isOne || (Array.isArray(placements) && placements.some(hasSku));
}

function providersIn(json: unknown): Readonly<Record<string, unknown>> {
  const providers = isRecord(json) ? json['providers'] : undefined;
  return isRecord(providers) ? providers : {};
}

function listIn(parent: unknown, field: string): readonly unknown[] {
  const list = isRecord(parent) ? parent[field] : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}
