import { UpsellError } from '../model/index.ts';
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
  const known = selection.state.sessionId ?? own;
  if (known) return Promise.resolve(known);
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const giveUp = (why: string) => {
      end.abort();
      reject(new UpsellError('no-selection', why));
    };
    const timer = setTimeout(giveUp, timeout, `no session id within ${timeout} ms`);
    end.signal.addEventListener('abort', () => clearTimeout(timer));
    const look = () => {
      const { sessionId, phase } = selection.state;
      if (sessionId) {
        end.abort();
        resolve(sessionId);
      } else if (phase === 'failed' || phase === 'empty' || phase === 'closed') {
        giveUp(`the upsell is ${phase} and has told no session id`);
      }
    };
    selection.addEventListener('fact', look, { signal: end.signal });
    look();
  });
}
