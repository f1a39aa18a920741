import { startWebKit } from '../../tools/browsers/webkit-driver.mjs';
import type { WebKitPrograms } from '../../tools/setup/engines.mjs';

/** WebKitGTK with a display of its own, by its driver's own protocol. */
export interface WebKitSession {
  readonly version: string;
  /** Sends a command of the session, such as `POST /url`; gives what it is answered, and rejects where it is refused. */
  send(method: string, path: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts one. @param args of the browser, besides what lets it be driven */
export async function startWebKitSession(
  programs: WebKitPrograms,
  ...args: readonly string[]
): Promise<WebKitSession> {
  const { port, stop } = await startWebKit(programs);
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const browserOptions = { binary: programs.browser, args: ['--automation', ...args] };
  const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browserOptions };
  const session = (await call('POST', '', { capabilities: { alwaysMatch } })) as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserVersion: string };
  };
  const { sessionId, capabilities } = session;
  return {
    version: capabilities.browserVersion,
    send: (method, path, body) => call(method, `/${sessionId}${path}`, body),
    async stop() {
      await call('DELETE', `/${sessionId}`);
      await stop();
    },
  };
}
