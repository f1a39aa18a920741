import type { ItemRef, ItemStates } from '../model/index.ts';
import { ItemLane, type LaneContext } from './item-lane.ts';
import type { UpdateRequest } from './update-request.ts';

/** Pairs the page's requests with the placements' messages, item by item. */
export class UpdateRequests {
  readonly #context: LaneContext;
  readonly #lanes = new Map<ItemRef, ItemLane>();

  constructor(context: LaneContext) {
    this.#context = context;
  }

  /** Sends `request` when its item's turn comes. */
  add(ref: ItemRef, request: UpdateRequest): void {
    this.#lane(ref).add(request);
  }

  /** The request in flight on an item. */
  asked(ref: ItemRef): UpdateRequest | undefined {
    return this.#lanes.get(ref)?.asked;
  }

  /** Takes note of a message on an item, once it was told. */
  hear(ref: ItemRef, states: ItemStates): void {
    this.#lanes.get(ref)?.hear(states);
  }

  /** The placements know no item of the id that was asked. */
  clear(ref: ItemRef): void {
    this.#lanes.get(ref)?.clear();
  }

  /** Two items have turned out to be one: what waits for the other goes on with this one. */
  move(absorbed: ItemRef, ref: ItemRef): void {
    const waiting = this.#lanes.get(absorbed)?.takeWaiting() ?? [];
    this.#lane(ref).add(...waiting);
  }

  /** Rejects all that was asked, sent or not. */
  rejectAll(reason: unknown): void {
    for (const lane of this.#lanes.values()) lane.rejectAll(reason);
  }

  #lane(ref: ItemRef): ItemLane {
    const lane = this.#lanes.get(ref) ?? new ItemLane(ref, this.#context);
    this.#lanes.set(ref, lane);
    return lane;
  }
}
