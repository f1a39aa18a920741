import { type HeldItem, type ServedBy, type UpsellFact } from '../../src/model/index.ts';
import { createGivenSource, type LauncherSource } from '../../src/sdk/index.ts';
import { type SelectionInput, type UpdateWish, UpsellSelection } from '../../src/selection/index.ts';
import {
  createScriptedLauncher,
  type Manners,
  type ScriptedLauncher,
  type ScriptedLauncherOptions,
  type ScriptedOffer,
} from '../../src/testing/index.ts';
import { inVirtualTime, type VirtualTime } from './virtual-time.ts';

/** Both kinds of launcher that are met on real pages. */
export const MANNERS: readonly Manners[] = ['documented', 'shipped'];

/** How a request ended: its result, or the code or name of what it rejected with. */
export interface Ended {
  outcome?: string;
  answered?: boolean;
  /** The quantity that the result tells. */
  quantity?: number;
  error?: string;
}

/** How a selection is started that is to become ready. */
interface ReadyOptions {
  readonly rokt?: ScriptedLauncher;
  readonly servedBy?: ServedBy;
  readonly heldItems?: readonly HeldItem[];
}

/** An upsell over scripted launchers, in a time that passes when the test lets it. */
export class Bench {
  readonly time: VirtualTime;
  readonly rokt: ScriptedLauncher;
  readonly upsell = new UpsellSelection();
  readonly facts: UpsellFact[] = [];

  constructor(time: VirtualTime, options: ScriptedLauncherOptions) {
    this.time = time;
    this.rokt = createScriptedLauncher(options);
    this.upsell.addEventListener('fact', ({ fact }) => {
      this.facts.push(fact);
    });
  }

  /** A source with a launcher of some kind. */
  source(servedBy: ServedBy = 'hosted', rokt = this.rokt): LauncherSource {
    return { ...createGivenSource(rokt.launcher), servedBy };
  }

  /** Starts a selection; time has not passed since. */
  start(input: Partial<SelectionInput> = {}): void {
    this.upsell.start({
      sources: () => [this.source()],
      attributes: { eventId: '1' },
      timeout: 10_000,
      updateTimeout: 5_000,
      ...input,
    });
  }

  /** A selection that is ready, and whatever it has announced has been heard. */
  async startReady(
    offers: readonly ScriptedOffer[] = [],
    { rokt = this.rokt, servedBy = 'hosted', heldItems }: ReadyOptions = {},
  ) {
    this.start({ sources: () => [this.source(servedBy, rokt)], heldItems });
    const selection = await rokt.nextSelection();
    const items = offers.length > 0 ? selection.offer(offers) : [];
    const placement = selection.succeed();
    await this.time.settle();
    await this.time.pass(300);
    return { selection, placement, items };
  }

  /** Asks for a quantity; the object tells how that ended once it has. */
  ask(wish: UpdateWish, signal?: AbortSignal): Ended {
    const ended: Ended = {};
    this.upsell.updateCartItem(wish, signal).then(
      ({ outcome, answered, cartItem }) =>
        Object.assign(ended, { outcome, answered, quantity: cartItem?.quantity ?? 0 }),
      (error: unknown) => Object.assign(ended, { error: nameOfError(error) }),
    );
    return ended;
  }

  /** What is held, as ids and quantities. */
  get held(): readonly (readonly [string, number])[] {
    return this.upsell.state.cartItems.map(({ cartItemId, quantity }) => [cartItemId, quantity]);
  }

  /** What was told of items, as words: change, origin, and the quantities before and after. */
  get changes(): readonly string[] {
    return this.facts.flatMap((fact) => {
      if (fact.type !== 'cart-item-updated') return [];
      const { change, origin, cartItem, oldCartItem } = fact.detail;
      return `${change} by ${origin}: ${oldCartItem?.quantity ?? 0} to ${cartItem?.quantity ?? 0}`;
    });
  }

  /** The types of all facts. */
  get types(): readonly string[] {
    return this.facts.map(({ type }) => type);
  }

  /** The codes of the errors that were told, in order. */
  get errors(): readonly string[] {
    return this.facts.flatMap(({ detail }) =>
      'error' in detail ? (detail.error as { code: string }).code : [],
    );
  }
}

/** The code of an UpsellError, the name of any other. */
function nameOfError(error: unknown): string {
  const { code, name } = error as { code?: unknown; name: string };
  return typeof code === 'string' ? code : name;
}

/** Runs a test in virtual time, on a bench with one launcher of these manners. */
export function onBench(
  options: ScriptedLauncherOptions,
  test: (bench: Bench) => Promise<void>,
): () => Promise<void> {
  return inVirtualTime((time) => test(new Bench(time, options)));
}
