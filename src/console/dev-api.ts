import type { SetFault } from './protocol.ts';

/** What a console can do to an account: what `/_dev` offers to everybody who has its token. */
export class DevApi {
  readonly #base: string;
  readonly #token: string;

  constructor(base: string, token: string, accountId: string) {
    this.#base = `${base}/_dev/accounts/${encodeURIComponent(accountId)}`;
    this.#token = token;
  }

  /** Where its events are. */
  get eventsUrl(): string {
    return `${this.#base}/events`;
  }

  /** Moves business time forward by `ms`, until what became due is done. */
  advance(ms: number): Promise<void> {
    return this.#send('POST', '/clock', { advance: ms });
  }

  freeze(): Promise<void> {
    return this.#send('POST', '/clock', { freeze: true });
  }

  /** Business time is the machine's again. */
  resetClock(): Promise<void> {
    return this.#send('POST', '/clock', { reset: true });
  }

  setFault(fault: SetFault): Promise<void> {
    return this.#send('POST', '/faults', fault);
  }

  clearFaults(): Promise<void> {
    return this.#send('DELETE', '/faults');
  }

  /** Back to the first moment. */
  reset(): Promise<void> {
    return this.#send('POST', '/reset');
  }

  /** @throws {Error} that says what was refused */
  async #send(method: string, path: string, body?: object): Promise<void> {
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
}
