// @ts-check

/** What the shop does not do, with a code that its pages know; the order is as it was. */
export class Refusal extends Error {
  /** @param {number} status @param {'order-changed' | 'hold-over' | 'price-changed' | 'declined' | 'not-cancelled' | 'invalid'} code */
  constructor(status, code) {
    super(code);
    this.status = status;
    this.code = code;
  }
}
