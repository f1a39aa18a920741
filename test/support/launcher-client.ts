import type { UpsellError } from '../../src/model/index.ts';
import type { LauncherClient } from '../../src/sdk/index.ts';

/** One who asks a source for a launcher, and all that it is told. */
export interface TestClient extends LauncherClient {
  readonly errors: UpsellError[];
  renewals: number;
  /** It has gone: its selection has ended, or its element has left. */
  leave(): void;
}

/** One who waits for a launcher until it leaves. */
export function createClient({ timeout = 5_000 } = {}): TestClient {
  const gone = new AbortController();
  return {
    errors: [],
    renewals: 0,
    signal: gone.signal,
    timeout,
    leave: () => gone.abort(),
    renewed() {
      this.renewals++;
    },
    report(error) {
      this.errors.push(error);
    },
  };
}
