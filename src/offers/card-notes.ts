import type { Note } from './card-face.ts';

/** How long a removal can be undone, ms. */
const UNDO = 6000;
/** How often that is looked at, ms. */
const BEAT = 250;

/** What the cards of a placement have to say apart from their items, by their keys. */
export class CardNotes {
  readonly #notes = new Map<string, Note>();
  readonly #timers = new Map<string, ReturnType<typeof setInterval>>();
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
    return this.#notes.get(key);
  }

  /** Sets a note, or none. That something was removed stays for a while. */
  set(key: string, note: Note | undefined): void {
    if (!note && !this.#notes.has(key)) return;
    clearInterval(this.#timers.get(key));
    this.#timers.delete(key);
    if (note) this.#notes.set(key, note);
    else this.#notes.delete(key);
    if (note?.kind === 'removed') this.#timers.set(key, this.#countDown(key));
    this.#changed();
  }

  /** What would go away by itself has gone: nobody counts any more. */
  stop(): void {
    for (const [key, timer] of this.#timers) {
      clearInterval(timer);
      this.#notes.delete(key);
    }
    this.#timers.clear();
  }

  #countDown(key: string): ReturnType<typeof setInterval> {
    let left = UNDO;
    return setInterval(() => {
      if (!this.#isHeld(key)) left -= BEAT;
      if (left <= 0) this.set(key, undefined);
    }, BEAT);
  }
}
