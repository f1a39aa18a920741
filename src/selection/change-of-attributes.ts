import type { ServedBy } from '../model/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';

/**
 * What a launcher is told where the page's attributes change. It adds them to those it has, so to our own those that the page
 * has taken back are undefined.
 */
export function changeOfAttributes(
  before: PlacementAttributes,
  after: PlacementAttributes,
  servedBy: ServedBy,
): PlacementAttributes {
  if (servedBy !== 'offers') return after;
  const none = Object.fromEntries(Object.keys(before).map((name) => [name, undefined]));
  return { ...none, ...after };
}
