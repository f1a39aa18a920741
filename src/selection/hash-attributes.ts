import { failAs, UpsellError } from '../model/index.ts';
import type { LauncherSource, PlacementAttributes } from '../sdk/index.ts';
import type { UpsellSelection } from './upsell-selection.ts';

/** Attributes hashed by the launcher: the running selection's, or else that of `source`. Rejects with an UpsellError. */
export async function hashAttributesBy(
  selection: UpsellSelection,
  source: LauncherSource | undefined,
  attributes: PlacementAttributes,
  timeout: number,
): Promise<Record<string, string>> {
  const end = new AbortController();
  const client = { signal: end.signal, timeout, renewed: () => undefined, report: () => undefined };
  try {
    const launcher = await (selection.launcher() ?? source?.acquire(client));
    if (!launcher) throw new UpsellError('no-selection', 'there is no launcher to hash with');
    if (!launcher.hashAttributes) throw new UpsellError('launcher-rejected', 'it has no hashAttributes()');
    return await launcher.hashAttributes(attributes).catch(failAs('launcher-rejected', 'it did not hash'));
  } finally {
    end.abort();
  }
}
