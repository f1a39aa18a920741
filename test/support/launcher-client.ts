import { PATIENCE } from '../../tools/check/patience.mjs';
import type { UpsellError } from '../../src/model/index.ts';
import { Attempt, type Launcher, type LauncherClient, type LauncherSource } from '../../src/sdk/index.ts';

/** One who asks a source for a launcher, and all that it is told. */
export interface TestClient extends LauncherClient {
  readonly errors: UpsellError[];
  renewals: number;
  /** It has gone: its selection has ended, or its element has left. */
  leave(): void;
}

/** One who waits for a launcher until it leaves. */
export function createClient({ timeout = PATIENCE.fact } = {}): TestClient {
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

/** The launcher of `source`, waited for as a selection does: as long as the client is there and has time. */
export async function acquireAs(
  client: LauncherClient & { leave(): void },
  source: LauncherSource,
): Promise<Launcher> {
  const attempt = new Attempt(source, client.timeout);
  client.signal.addEventListener('abort', () => attempt.end());
  attempt.over.addEventListener('abort', () => client.leave());
  try {
    return await attempt.acquire({
      renewed: () => client.renewed(),
      report: (error) => client.report(error),
    });
  } catch (thrown) {
    attempt.end();
    throw thrown;
  }
}
