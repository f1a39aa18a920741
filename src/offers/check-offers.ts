import { faultText, offersFaults, UpsellError } from '../model/index.ts';
import type { OffersDocument } from '../contract/wire.ts';

/**
 * The offers in `input`.
 *
 * @throws {UpsellError} `invalid-offers` that names each fault by its path
 */
export function toOffersDocument(input: unknown): OffersDocument {
  const faults = offersFaults(input);
  if (faults.length === 0) return input as OffersDocument;
  throw new UpsellError('invalid-offers', faults.map(faultText).join('; '));
}
