import type { CartItemUpdated, ServedBy, UpsellError, UpsellFact, UpsellState } from '../model/index.ts';

/** What has happened to one upsell, without a word of the shopper's: no attributes, no texts, no addresses' queries. */
export interface Timeline {
  /** Notes a fact and when it came. */
  note(fact: UpsellFact): void;
  /** Notes that a policy of the page has blocked something. */
  readonly noteViolation: (violation: SecurityPolicyViolationEvent) => void;
  /** All of it as JSON, with the state as it is now. */
  toReport(state: UpsellState): string;
}

/** What is noted of a fact, whichever of it there is. */
type Noted = Partial<CartItemUpdated & { error: UpsellError; servedBy: ServedBy; count: number }>;

/** As many entries as a support ticket needs. */
const LENGTH = 200;

/** A timeline that has nothing on it yet, and keeps the newest entries. */
export function createTimeline(): Timeline {
  const timeline: object[] = [];
  const add = (entry: object) => {
    timeline.push({ at: Math.round(performance.now()), ...entry });
    if (timeline.length > LENGTH) timeline.shift();
  };
  return {
    note({ type, detail }) {
      const { error, cartItem, oldCartItem, change, origin, servedBy, count } = detail as Noted;
      const { catalogItemId } = cartItem ?? oldCartItem ?? {};
      const quantity = cartItem?.quantity;
      add({ type, code: error?.code, catalogItemId, quantity, change, origin, servedBy, count });
    },
    noteViolation({ effectiveDirective, blockedURI }) {
      add({ type: 'policy-violation', effectiveDirective, blocked: blockedURI.split(/[?#]/)[0] });
    },
    toReport({ phase, error, sessionId, cartItems }) {
      const tag = document.querySelector<HTMLScriptElement>('script#rokt-launcher')?.src.split('?')[0];
      const rokt = typeof window.Rokt?.createLauncher;
      return JSON.stringify({
        phase,
        error: error?.code,
        sessionId,
        items: cartItems.length,
        tag,
        rokt,
        timeline,
      });
    },
  };
}
