import type { LoggedCall } from '../protocol.ts';

/** Which calls are shown, and which of them are open. */
export class CallsFilter {
  readonly #onChange: () => void;
  readonly #open = new Set<string>();
  /** As it was typed. */
  text = '';

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Shows the calls that say each of the words: an operation, a status, a part of an id or of a body. */
  type(text: string): void {
    this.text = text;
    this.#onChange();
  }

  /** Shows one call, open. */
  showAlone(id: string): void {
    this.#open.add(id);
    this.type(id);
  }

  isOpen({ id }: LoggedCall): boolean {
    return this.#open.has(id);
  }

  setOpen({ id }: LoggedCall, isOpen: boolean): void {
    if (this.#open.has(id) === isOpen) return;
    if (isOpen) this.#open.add(id);
    else this.#open.delete(id);
    this.#onChange();
  }

  /** Of these, those that are shown. */
  chosen(calls: readonly LoggedCall[]): readonly LoggedCall[] {
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return calls;
    return calls.filter((call) => {
      const text = JSON.stringify(call).toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }
}
