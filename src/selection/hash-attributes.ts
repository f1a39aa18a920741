import { failAs, UpsellError } from '../model/index.ts';
import {
  acquireBriefly,
  type Launcher,
  type LauncherSource,
  type PlacementAttributes,
} from '../sdk/index.ts';
import type { UpsellSelection } from './upsell-selection.ts';

/**
 * Attributes hashed by the launcher: the running selection's, or else that of `source`. Rejects with an UpsellError.
 *
 * The hashes alone: SDK+, and pages that wrap it, give the words back beside them, which one who wants hashes must not pass on.
 */
export async function hashAttributesBy(
  selection: UpsellSelection,
  source: LauncherSource | undefined,
  attributes: PlacementAttributes,
  timeout: number,
): Promise<Record<string, string>> {
  const launcher = await (selection.launcher() ?? (source && acquireBriefly(source, timeout)));
  if (!launcher) throw new UpsellError('no-selection', 'there is no launcher to hash with');
  // A launcher that cannot hash fails like one that did not.
  const hash = async (): Promise<Record<string, string> | undefined> =>
    (launcher as Required<Launcher>).hashAttributes(attributes);
  const hashed = (await hash().catch(failAs('launcher-rejected', 'hashAttributes() failed'))) ?? {};
  return Object.fromEntries(Object.entries(hashed).filter(([name]) => !Object.hasOwn(attributes, name)));
}
