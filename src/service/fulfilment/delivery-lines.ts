import { toUtc } from '../to-utc.ts';
import type { DueMessage } from './claim-due.ts';
import { BREAKS_AT } from './receiver-health.ts';
import type { Recorded } from './record-delivery.ts';

/** What an operator is told of an attempt: nothing of one that is delivered, unless its receiver had been left alone. */
export function deliveryLines(message: DueMessage, recorded: Recorded): string[] {
  const { messageId, type, provider, accountId, attempts } = message;
  const { outcome, error = '', dueAt, leftAloneUntil, isBack = false } = recorded;
  const receiver = `outbox: ${provider} of account ${accountId}`;
  const one = `outbox: ${type} ${messageId} for ${provider} of account ${accountId}`;
  const lines: string[] = [];
  if (outcome === 'failed' && dueAt !== undefined)
    lines.push(`${one} failed, attempt ${attempts}: ${error}; due again at ${toUtc(dueAt)}`);
  if (outcome === 'given-up') {
    const count = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
    const remedy = `"rokt-upsell deliveries retry ${messageId}" sends it again`;
    lines.push(`${one} was given up after ${count}: ${error}; ${remedy}`);
  }
  if (leftAloneUntil !== undefined) {
    const end = `what waits for it is kept, and one message is tried at a time from ${toUtc(leftAloneUntil)}`;
    lines.push(`${receiver} has failed ${BREAKS_AT} times in a row: ${end}`);
  }
  if (isBack) lines.push(`${receiver} takes messages again`);
  return lines;
}
