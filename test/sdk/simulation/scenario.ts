import fc from 'fast-check';
import type { ConsentFlags, LauncherOptions } from '../../../src/sdk/index.ts';

/** What Rokt's SDK does when it is asked for a launcher. */
export type Answer = 'makes' | 'hangs' | 'rejects' | 'throws';

/** Something that happens on a page with several elements. */
export type Action =
  | {
      readonly kind: 'join';
      readonly options: LauncherOptions;
      readonly consent: ConsentFlags;
      readonly timeout: number;
    }
  | { readonly kind: 'leave' | 'select again'; readonly which: number }
  | { readonly kind: 'agree'; readonly which: number; readonly consent: ConsentFlags }
  | { readonly kind: 'sdk answers'; readonly answer: Answer }
  | { readonly kind: 'launchers terminate'; readonly how: 'at once' | 'never' }
  | { readonly kind: 'arrive' | 'kit creates' | 'others terminate' | 'script runs' };

/** An action, and how long nothing else happens after it, ms; 0: the next one comes in the same task. */
export type Step = Action & { readonly then: number };

const consent = fc.record({
  noFunctional: fc.boolean(),
  noTargeting: fc.boolean(),
  noDeviceId: fc.boolean(),
});
const which = fc.nat(5);
const options: fc.Arbitrary<LauncherOptions> = fc.oneof(
  { arbitrary: fc.constant({ accountId: '222' }), weight: 6 },
  { arbitrary: fc.constant({ accountId: '222', sandbox: true }), weight: 2 },
  { arbitrary: fc.constant({ accountId: '333' }), weight: 1 },
  { arbitrary: fc.constant({ accountId: '222', sessionId: 's' }), weight: 1 },
);
const answer = fc.constantFrom<Answer>('makes', 'makes', 'hangs', 'hangs', 'rejects', 'throws');

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('join' as const),
      options,
      consent,
      timeout: fc.constantFrom(300, 2_000),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'select again' as const), which }),
    weight: 4,
  },
  { arbitrary: fc.record({ kind: fc.constant('agree' as const), which, consent }), weight: 6 },
  { arbitrary: fc.record({ kind: fc.constant('sdk answers' as const), answer }), weight: 4 },
  {
    arbitrary: fc.record({
      kind: fc.constant('launchers terminate' as const),
      how: fc.constantFrom('at once' as const, 'never' as const),
    }),
    weight: 1,
  },
  { arbitrary: fc.record({ kind: fc.constant('arrive' as const) }), weight: 4 },
  {
    arbitrary: fc.record({ kind: fc.constantFrom('kit creates' as const, 'others terminate' as const) }),
    weight: 2,
  },
  { arbitrary: fc.record({ kind: fc.constant('script runs' as const) }), weight: 1 },
);

const step = fc
  .tuple(action, fc.constantFrom(0, 0, 1, 100, 300, 1_200))
  .map(([act, then]): Step => ({ ...act, then }));

/** A course of joins, leaves, changes of consent, hangs, failures and terminations by others. */
export const scenarios = fc.record({
  isLoaded: fc.boolean(),
  steps: fc.array(step, { minLength: 3, maxLength: 22 }),
});

export type Scenario = typeof scenarios extends fc.Arbitrary<infer T> ? T : never;
