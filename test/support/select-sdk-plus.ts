import type { UpsellFact } from '../../src/model/index.ts';
import {
  createGivenSource,
  type GivenLauncher,
  type LauncherOptions,
  type LauncherSource,
} from '../../src/sdk/index.ts';
import type { SelectionInput } from '../../src/selection/index.ts';
import type { ScriptedLauncherOptions } from '../../src/testing/index.ts';
import { hostRokt, launcherMade } from './hosted-rokt.ts';
import { setUpSelection } from './record-facts.ts';

/** A selection on a page that loads SDK+, and the launchers that its kit makes. */
export function setUpSdkPlus(options: LauncherOptions = {}, scripted: ScriptedLauncherOptions = {}) {
  const rokt = hostRokt(scripted);
  const { upsell, facts, types, start } = setUpSelection();
  const select = (given: GivenLauncher = 'mparticle', input: Partial<SelectionInput> = {}) =>
    start({ sources: () => [createGivenSource(given, options)], ...input });
  /** Selects where `next` takes over from SDK+ after 300 ms. */
  const selectBefore = (next: LauncherSource) =>
    start({ sources: () => [createGivenSource('mparticle', options), next], timeout: 600 });
  /** The selection that the kit was asked for next. */
  const asked = async () => (await launcherMade(rokt, 0)).nextSelection();
  const codes = () => facts.flatMap(toCode);
  return { upsell, types, codes, select, selectBefore, asked, made: rokt.made };
}

function toCode({ detail }: UpsellFact): string[] {
  return 'error' in detail && 'code' in detail.error ? [detail.error.code] : [];
}
