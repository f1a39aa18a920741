import { HEADERS } from '../../../../contract/index.ts';
import { codesOf } from '../lines.ts';
import type { Rule } from '../rule.ts';

/** An idempotency key is for one body. */
export const keyReused: Rule = {
  id: 'key-reused',
  title: 'One idempotency key for one body',
  kind: 'fault',
  fix: 'Make a key for each logical call, send it again only with the same body, and take another one for what has changed.',
  isSeen: ({ calls }) => calls.some(({ headers }) => headers[HEADERS.idempotencyKey] !== undefined),
  find: ({ calls }) =>
    calls
      .filter((call) => codesOf(call).includes('idempotency-key-reused'))
      .map((call) => ({
        says: `${call.operation} sends another body under an idempotency key that was used before.`,
        calls: [
          ...calls.filter(
            (one) => one !== call && one.operation === call.operation && keyOf(one) === keyOf(call),
          ),
          call,
        ],
      })),
};

function keyOf({ headers }: { readonly headers: Readonly<Record<string, string>> }): string | undefined {
  return headers[HEADERS.idempotencyKey];
}
