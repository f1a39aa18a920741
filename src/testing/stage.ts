import { type Handling, type Manners, type MannerRules, rulesOf } from './manners.ts';
import type { Impressions } from './scripted-items.ts';
import type { SubscribeReturns } from './scripted-port.ts';

/** How a launcher behaves; what is left out is as the manners have it. */
export interface ScriptedLauncherOptions {
  /** Whose launcher is imitated; default `documented`. */
  readonly manners?: Manners;
  /** When a selection with offers handles what the page sends: `at-once` if shipped, `later` if documented. */
  readonly handling?: Handling;
  /** What `subscribe` returns: an object with `unsubscribe` if shipped, a function if documented. */
  readonly subscribeReturns?: SubscribeReturns;
  /** Whether the launcher has `terminate()`, which older versions of Rokt's have not; default true. */
  readonly hasTerminate?: boolean;
}

/** What all selections of one launcher have in common. */
export interface Stage {
  readonly rules: MannerRules;
  readonly impressions: Impressions;
  /** True once nothing acts any more. */
  isOver(): boolean;
}

/** The stage that a launcher's options ask for. */
export function createStage(
  options: ScriptedLauncherOptions,
  impressions: Impressions,
  isOver: () => boolean,
): Stage {
  const rules = rulesOf(options.manners ?? 'documented');
  const { handling = rules.handling, subscribeReturns = rules.subscribeReturns } = options;
  return { rules: { ...rules, handling, subscribeReturns }, impressions, isOver };
}
