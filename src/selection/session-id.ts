import { UpsellError } from '../model/index.ts';
import { later } from '../sdk/index.ts';
import type { UpsellSelection } from './upsell-selection.ts';

/**
 * The session id: as the launcher has told it, else the page's `own`, else once a selection tells it. Rejects with
 * `no-selection` as soon as none will, or after `timeout` ms.
 */
export function sessionIdOf(
  selection: UpsellSelection,
  timeout: number,
  own: string | undefined,
): Promise<string> {
  const end = new AbortController();
  const told = new Promise<string>((resolve, reject) => {
    const giveUp = (why: string) => reject(new UpsellError('no-selection', why));
    const look = () => {
      const { sessionId = own, phase } = selection.state;
      if (sessionId) resolve(sessionId);
      else if (phase === 'failed' || phase === 'empty' || phase === 'closed') {
        giveUp(`the upsell is ${phase} and has told no session id`);
      }
    };
    later(end.signal, timeout, () => giveUp(`no session id within ${timeout} ms`));
    selection.addEventListener('fact', look, { signal: end.signal });
    look();
  });
  return told.finally(() => end.abort());
}
