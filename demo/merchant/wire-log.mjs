// @ts-check

/** How many calls are kept of one order. */
const LONGEST = 100;

/**
 * @typedef {object} Call What went over the wire to the upsell service, without the API key.
 * @property {string} at
 * @property {string} path
 * @property {unknown} request
 * @property {number} status 0 where no answer came
 * @property {unknown} answer
 */

/** The calls of each order to the upsell service, as they were. */
export class WireLog {
  /** @type {Map<string, Call[]>} */
  #calls = new Map();

  /** @param {string} orderId */
  of(orderId) {
    return this.#calls.get(orderId) ?? [];
  }

  /**
   * A `fetch` for the transaction client that notes each call.
   * @param {string} orderId @param {typeof fetch} send @returns {typeof fetch}
   */
  fetchOf(orderId, send) {
    return async (url, init) => {
      /** @type {Call} */
      const call = {
        at: new Date().toISOString(),
        path: new URL(String(url)).pathname,
        request: toBody(String(init?.body)),
        status: 0,
        answer: null,
      };
      this.#calls.set(orderId, [...this.of(orderId), call].slice(-LONGEST));
      const response = await send(url, init);
      const text = await response.clone().text();
      call.status = response.status;
      call.answer = toBody(text);
      return response;
    };
  }
}

/** JSON as what it says; anything else, such as the page of a proxy, as it is: whoever listens in breaks nothing. @param {string} text */
function toBody(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? null : text;
  }
}
