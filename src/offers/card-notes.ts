import type { Note } from './card-face.ts';

/** How long a removal can be undone, ms. */
const UNDO = 6000;
/** How often that is looked at, ms. */
const BEAT = 250;

type Timer = ReturnType<typeof setInterval> | undefined;

/** What the cards of a placement have to say apart from their items, by their keys. */
export class CardNotes {
  readonly #notes = new Map<string, { readonly note: Note; readonly timer: Timer }>();
  readonly #changed: () => void;
  readonly #isHeld: (key: string) => boolean;

  /**
   * @param changed a note has come or gone
   * @param isHeld true while the shopper is at a card: until then nothing goes away there
   */
  constructor(changed: () => void, isHeld: (key: string) => boolean) {
    this.#changed = changed;
    this.#isHeld = isHeld;
  }

  of(key: string): Note | undefined {
    return this.#notes.get(key)?.note;
  }

  /** Sets a note, or none. That something was removed stays for a while. */
  set(key: string, note: Note | undefined): void {
    const before = this.#notes.get(key);
    if (!note && !before) return;
    clearInterval(before?.timer);
    this.#notes.delete(key);
    if (note)
      this.#notes.set(key, { note, timer: note.kind === 'removed' ? this.#countDown(key) : undefined });
    this.#changed();
  }

  /** Nothing is said any more, and nobody counts. */
  stop(): void {
    for (const key of this.#notes.keys()) this.set(key, undefined);
  }

  #countDown(key: string): Timer {
    let left = UNDO;
    return setInterval(() => {
      if (!this.#isHeld(key)) left -= BEAT;
      if (left <= 0) this.set(key, undefined);
    }, BEAT);
  }
}
