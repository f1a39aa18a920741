import { PATIENCE } from '../../tools/check/patience.mjs';
import type { UpsellFact } from '../../src/model/index.ts';
import { createGivenSource, type PlacementAttributes } from '../../src/sdk/index.ts';
import { type SelectionInput, UpsellSelection } from '../../src/selection/index.ts';
import { createScriptedLauncher, type ScriptedLauncherOptions } from '../../src/testing/index.ts';

/** A selection over a scripted launcher, and every fact it tells. */
export function setUpSelection(options?: ScriptedLauncherOptions) {
  const rokt = createScriptedLauncher(options);
  const upsell = new UpsellSelection();
  const facts: UpsellFact[] = [];
  upsell.addEventListener('fact', ({ fact }) => {
    facts.push(fact);
  });
  const start = (given: Partial<SelectionInput> = {}, attributes: PlacementAttributes = { eventId: '1' }) => {
    upsell.start({
      sources: () => [createGivenSource(rokt.launcher)],
      attributes,
      timeout: PATIENCE.fact,
      updateTimeout: PATIENCE.fact,
      ...given,
    });
  };
  const startReady = async () => {
    start();
    const selection = await rokt.nextSelection();
    const placement = selection.succeed();
    await upsell.phaseReached();
    return { selection, placement };
  };
  return { rokt, upsell, facts, types: () => facts.map(({ type }) => type), start, startReady };
}

/** What a promise comes to, as text: its value as JSON, or the code or name of what it rejects with. */
export async function outcomeOf(promise: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await promise);
  } catch (thrown) {
    const { code, name } = thrown as { code?: unknown; name: string };
    return typeof code === 'string' ? code : name;
  }
}

/** Lets everything run that is due now. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
