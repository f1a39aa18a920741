import type { Fault } from './fault.ts';

/** A time by its form, as the schema has it: its year, month and day. */
const FORM = /^(\d{4})-(\d\d)-(\d\d)T[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

/**
 * The fault of an offer whose `expiresAt` has the form of a time and names none, such as 31 February: one browser takes that for 3 March,
 * another for no end at all. What has another form is a fault of its shape.
 */
export function expiryFaults({ expiresAt }: { readonly expiresAt?: unknown }, path: string): Fault[] {
  if (typeof expiresAt !== 'string' || namesDay(expiresAt)) return [];
  return [{ path: `${path}.expiresAt`, expected: 'a day that is in the calendar', got: expiresAt }];
}

function namesDay(text: string): boolean {
  const [, year, month, day] = FORM.exec(text) ?? [];
  if (day === undefined) return true;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day);
}
