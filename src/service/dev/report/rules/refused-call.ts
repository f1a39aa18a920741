import { HEADERS } from '../../../../contract/index.ts';
import type { LoggedRequest } from '../../request-log.ts';
import { fieldsOf } from '../lines.ts';
import type { Rule } from '../rule.ts';

const CODES = new Set(['invalid-request', 'duplicate-cart-item', 'tag-not-of-account']);

/** Every call is what the contract takes. A session that is missing is the matter of another rule. */
export const refusedCall: Rule = {
  id: 'refused-call',
  title: 'Every call is what the API takes',
  kind: 'fault',
  fix: 'Send what openapi.json says; the answer names each fault by its path.',
  isSeen: ({ calls }) => calls.some(({ operation }) => operation !== 'selections'),
  find: ({ calls }) =>
    calls
      .filter(({ fault }) => fault?.status === undefined)
      .flatMap((call) => {
        const messages = messagesOf(call);
        if (messages.length === 0) return [];
        const says = `${call.operation} was refused with ${call.status}: ${messages.join('; ')}.`;
        return [{ says, calls: [call] }];
      }),
};

function messagesOf({ answer }: LoggedRequest): string[] {
  const { errors } = fieldsOf(answer);
  if (!Array.isArray(errors)) return [];
  return errors
    .map(fieldsOf)
    .filter(({ code, value }) => CODES.has(String(code)) && fieldsOf(value)['path'] !== HEADERS.sessionId)
    .map(({ message }) => String(message));
}
