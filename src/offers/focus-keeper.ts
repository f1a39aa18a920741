/**
 * Keeps the focus where it was, whatever a render does to the controls there: in the card that had it, by what it shows.
 *
 * Where that card has gone, the focus goes to the name of its neighbour: to none of its buttons, lest a key that was meant for
 * the one before buys the next.
 */
export class FocusKeeper {
  /** Where in a card the focus goes: a pointer's into no field, which would open a keyboard on the screen. */
  hand: 'pointer' | 'keys' = 'keys';
  #card: { readonly key: string | undefined; readonly place: number } | undefined;

  /** Notes which card has the focus; call it before a render. */
  note(root: ShadowRoot | null): void {
    const card = root?.activeElement?.closest<HTMLElement>('.card');
    this.#card = card && root ? { key: card.dataset['card'], place: cardsIn(root).indexOf(card) } : undefined;
  }

  /** Gives the focus back where the render has taken it; call it afterwards. */
  restore(root: ShadowRoot | null): void {
    if (!root || !this.#card) return;
    // The browser takes the focus from what has become inert, but not yet.
    const { activeElement } = root;
    if (activeElement && !activeElement.closest('[inert]')) return;
    const { key, place } = this.#card;
    const cards = cardsIn(root);
    const card = cards.find((one) => one.dataset['card'] === key);
    const control = card?.querySelector<HTMLElement>(`[data-focus=""], [data-focus="${this.hand}"]`);
    if (control) control.focus();
    else
      focusText(cards[Math.min(place, cards.length - 1)]?.querySelector('h3') ?? (root.host as HTMLElement));
  }
}

/** The cards that are drawn. */
export function cardsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.card')];
}

function focusText(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus();
}
