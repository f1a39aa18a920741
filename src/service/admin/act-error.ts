/** An act that was not done: its message says why to whoever asked for it. */
export class ActError extends Error {
  override readonly name = 'ActError';
}
