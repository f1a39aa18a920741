import type { Conflict } from '../../../src/cart/index.ts';
import type { CartItem } from '../../../src/model/index.ts';
import type { ScriptedSelection } from '../../../src/testing/index.ts';
import type { Step } from './course.ts';
import type { Sent } from './placements.ts';
import type { Call } from './simulated-element.ts';
import type { ToldChange } from './stored-cart.ts';

/** Who is told of everything. */
export interface Watcher {
  stepped(step: Step): void;
  connected(): void;
  reported(conflict: Conflict): void;
  called(call: Call): void;
  sent(sent: Sent): void;
  told(told: ToldChange): void;
  /** An item was told by a placement. */
  heard(item: CartItem, isChange: boolean): void;
  /** A selection has begun. */
  begun(): void;
  /** A launcher was asked for a selection. */
  opened(selection: ScriptedSelection): void;
}
