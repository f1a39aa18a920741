/** A fault planted into the shipped source. */
export interface Mutant {
  readonly name: string;
  /** Path under src/. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
