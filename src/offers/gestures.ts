/** How long after one press another at the same spot still belongs to it, ms. */
const PAUSE = 500;
/** How far a finger may slip and still press the same spot, px. */
const SPOT = 8;

/**
 * Tells the presses that are meant for a control from those that a hurried finger had left over for the one before, which has
 * gone from under it.
 */
export class HurriedFinger {
  #last: { readonly item: string; readonly x: number; readonly y: number; at: number } | undefined;

  /** A button was pressed that goes by it: what follows quickly at the same spot is the rest of that press. */
  pressed(item: string, event: Event): void {
    if (!isPointer(event)) return;
    this.#last = { item, x: event.clientX, y: event.clientY, at: event.timeStamp };
  }

  /** True when `event` is the rest of an earlier press. A key's click, or one at another spot, never is. */
  isRest(item: string, event: Event): boolean {
    const last = this.#last;
    if (!last || !isPointer(event)) return false;
    const isNear = Math.hypot(event.clientX - last.x, event.clientY - last.y) <= SPOT;
    const isRest = item === last.item && isNear && event.timeStamp - last.at < PAUSE;
    if (isRest) last.at = event.timeStamp;
    else this.#last = undefined;
    return isRest;
  }
}

/** True for a press of a pointer; a click that a key makes counts none. */
export function isPointer(event: Event): event is MouseEvent {
  return event instanceof MouseEvent && event.detail > 0;
}

let hasWarned = false;

/** True for what the shopper did; what a script does in their place agrees to nothing, and is warned of once. */
export function isOfShopper(event: Event): boolean {
  if (!event.isTrusted && !hasWarned) {
    hasWarned = true;
    console.warn('<rokt-upsell>: offers take only gestures of the shopper: use updateCartItem()');
  }
  return event.isTrusted;
}
