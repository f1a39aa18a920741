import { type CardFace, isSameFace } from './card-face.ts';
import { draw } from './draw.ts';
import { offerCard } from './offer-card.ts';

interface Card {
  readonly entry: HTMLLIElement;
  /** For ids, as long as the card is there. */
  readonly id: number;
  face?: CardFace;
}

let count = 0;

/** The cards of one list: each has an entry as long as it is shown, and is drawn anew only where what it shows has changed. */
export class CardList {
  readonly #cards = new Map<string, Card>();

  /** Draws `faces` into `list`, in this order. */
  draw(list: Element, faces: readonly CardFace[]): void {
    const keys = new Set(faces.map(({ key }) => key));
    for (const [key, { entry }] of this.#cards) {
      if (keys.has(key)) continue;
      entry.remove();
      this.#cards.delete(key);
    }
    faces.forEach((face, place) => {
      const card = this.#cardOf(face.key);
      const { entry } = card;
      const there = list.children[place];
      if (there !== entry) list.insertBefore(entry, there ?? null);
      if (!card.face || !isSameFace(card.face, face)) drawCard(card, face);
    });
  }

  #cardOf(key: string): Card {
    const card = this.#cards.get(key) ?? { entry: document.createElement('li'), id: ++count };
    this.#cards.set(key, card);
    return card;
  }
}

/** Draws a card. What stands in its field afterwards is what is held, unless somebody types just now. */
function drawCard(card: Card, face: CardFace): void {
  const { entry, id, face: before } = card;
  card.face = face;
  draw(entry, [offerCard(face, id)]);
  const field = entry.querySelector('input');
  const isTyping = field?.matches(':focus') && before?.item.quantity === face.item.quantity;
  if (field && !isTyping) field.value = String(face.item.quantity);
}
