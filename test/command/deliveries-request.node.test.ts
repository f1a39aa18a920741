import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../src/command/command.ts';
import { readDeliveriesRequest } from '../../src/command/deliveries-request.ts';

describe('the misuse of rokt-upsell deliveries', () => {
  for (const [args, message] of [
    [[], /deliveries takes list, retry, drop, not ""/],
    [['remove'], /deliveries takes list, retry, drop, not "remove"/],
    [['retry'], /deliveries retry needs the id of a message/],
    [['drop', '--all-given-up'], /--all-given-up belongs to deliveries retry/],
    [['list', 'x'], /deliveries list takes no id here/],
    [['retry', 'x', '--account', '222'], /--account and --provider belong to/],
    [['retry', 'x', '--limit', '1'], /--state and --limit belong to deliveries list/],
    [['list', '--state', 'lost'], /--state takes waiting, delivered, given-up, dropped, not "lost"/],
    [['list', '--limit', '0'], /--limit needs a number from 1 to 999999, got "0"/],
    [['list', '--nonsense'], /Unknown option '--nonsense'/],
  ] as const)
    it(`answers \`deliveries ${args.join(' ')}\` with what it takes`, () => {
      assert.throws(
        () => readDeliveriesRequest(args),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    });
});
