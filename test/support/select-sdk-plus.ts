import type { UpsellFact } from '../../src/model/index.ts';
import {
  createGivenSource,
  type GivenLauncher,
  type LauncherOptions,
  type LauncherSource,
} from '../../src/sdk/index.ts';
import { setUpHostedPage } from './hosted-page.ts';
import { setUpSelection } from './record-facts.ts';

/** A selection on a page that loads SDK+, and the launchers that its kit makes. */
export async function setUpSdkPlus(options: LauncherOptions = {}) {
  const { made, launched } = await setUpHostedPage();
  const { upsell, facts, types, start } = setUpSelection();
  const select = (given: GivenLauncher = 'mparticle', ...next: readonly LauncherSource[]) =>
    start({ sources: [createGivenSource(given, options), ...next], timeout: 4_000 });
  /** The selection that the kit was asked for next. */
  const asked = async () => (await launched(0)).nextSelection();
  const codes = () => facts.flatMap(toCode);
  return { upsell, types, codes, start, select, asked, made };
}

function toCode({ detail }: UpsellFact): string[] {
  return 'error' in detail ? [detail.error.code] : [];
}
