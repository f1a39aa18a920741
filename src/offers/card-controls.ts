import { boundsOf, type CardFace } from './card-face.ts';
import { HurriedFinger, isOfShopper } from './gestures.ts';
import { isRequired, shortageOf } from './offer-item.ts';
import { quantityByKey } from './quantity-field.ts';
import { toTypedQuantity } from './typed-quantity.ts';

/** What the controls of the cards ask for. */
export interface CardActs {
  faceAround(node: Element): CardFace | undefined;
  change(face: CardFace, quantity: number, event: Event): void;
  decline(face: CardFace, isDeclined: boolean): void;
  declineAll(): void;
  /** Another offer of the carousel comes into view. */
  turn(by: 1 | -1): void;
  /** Says why an input was not taken; without a text nothing is said any more. */
  limit(face: CardFace, text?: string): void;
  /** True when the page opens the link itself. */
  follow(url: string): boolean;
}

type Press = (acts: CardActs, face: CardFace, event: Event) => void;

/** What a press does, by the part that the control is. */
const presses: Partial<Record<string, Press>> = {
  accept: (acts, face, event) => acts.change(face, boundsOf(face).lowest, event),
  more: (acts, face, event) => step(acts, face, face.item.quantity + 1, event),
  less: (acts, face, event) => step(acts, face, face.item.quantity - 1, event),
  remove: (acts, face, event) => acts.change(face, 0, event),
  undo: (acts, face, event) => acts.change(face, face.note?.before ?? 0, event),
  retry: (acts, face, event) => acts.change(face, face.wish ?? 0, event),
  keep: (acts, face, event) => acts.change(face, face.item.quantity, event),
  decline: (acts, face) => acts.decline(face, true),
  show: (acts, face) => acts.decline(face, false),
};

/** Listens to all controls of a placement at once, and takes nothing but what the shopper does. */
export class CardControls {
  readonly #acts: CardActs;
  readonly #finger = new HurriedFinger();

  constructor(root: ShadowRoot, acts: CardActs) {
    this.#acts = acts;
    root.addEventListener('click', (event) => this.#press(event));
    root.addEventListener('keydown', (event) => this.#useKey(event as KeyboardEvent));
    root.addEventListener('input', (event) => this.#withFace(event, (face) => acts.limit(face)));
    root.addEventListener('change', (event) => this.#withFace(event, (face) => this.#type(face, event)));
  }

  #press(event: Event): void {
    const control = (event.target as Element).closest('a, button');
    const part = control?.getAttribute('part');
    if (!control || !part) return;
    if (part === 'terms' && this.#acts.follow(control.getAttribute('href') ?? '')) event.preventDefault();
    if (part === 'next' || part === 'previous') this.#acts.turn(part === 'next' ? 1 : -1);
    if (control instanceof HTMLAnchorElement || !isOfShopper(event)) return;
    if (part === 'decline-all') this.#acts.declineAll();
    const face = this.#acts.faceAround(control);
    const press = presses[part];
    if (!face || !press || this.#finger.isRest(face.item.cartItemId, event)) return;
    press(this.#acts, face, event);
    // − and + stay where they are, and each press of them counts.
    if (part !== 'more' && part !== 'less') this.#finger.pressed(face.item.cartItemId, event);
  }

  /** A key held down on a button presses it once; in the field it counts on. */
  #useKey(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLInputElement)) {
      if (event.repeat && event.target instanceof HTMLButtonElement) event.preventDefault();
      return;
    }
    this.#withFace(event, (face) => {
      const quantity = quantityByKey(face, event.key);
      if (quantity === undefined) return;
      event.preventDefault();
      if (isOfShopper(event)) step(this.#acts, face, quantity, event);
    });
  }

  /** What stands in the field afterwards is what is held, whatever was typed, and whoever has typed it. */
  #type(face: CardFace, event: Event): void {
    const field = event.target as HTMLInputElement;
    const { lowest, highest } = boundsOf(face);
    const quantity = toTypedQuantity(field.value);
    const isAllowed =
      quantity !== undefined &&
      quantity <= highest &&
      (quantity >= lowest || (quantity === 0 && !isRequired(face.item)));
    if (!isOfShopper(event)) field.value = String(face.item.quantity);
    else if (isAllowed) this.#acts.change(face, quantity, event);
    else this.#acts.limit(face, face.messages.range(lowest, highest));
    const after = this.#acts.faceAround(field) ?? face;
    field.value = String(after.item.quantity);
  }

  #withFace(event: Event, act: (face: CardFace) => void): void {
    const face = this.#acts.faceAround(event.target as Element);
    if (face) act(face);
  }
}

/** Takes a step, or says why there is none. */
function step(acts: CardActs, face: CardFace, quantity: number, event: Event): void {
  const { item, messages } = face;
  const { lowest, highest } = boundsOf(face);
  if (quantity === item.quantity) return;
  const isOut = quantity < lowest && !isRequired(item);
  if (quantity > highest)
    acts.limit(face, shortageOf(item) ? messages.noneLeft : messages.atMaximum(highest));
  else if (quantity >= lowest || isOut) acts.change(face, quantity, event);
  else acts.limit(face, messages.atMinimum(lowest));
}
