import { minorUnitDigits } from '../model/index.ts';
import { outcomes } from './outcomes.ts';
import type { SetFault } from './protocol.ts';

/** A time as `2026-11-30 19:30:05`, in UTC. */
export function dateAndTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** A time of the day as `19:30:05`, in UTC. */
export function timeOfDay(at: number): string {
  return dateAndTime(at).slice(11);
}

/** A duration as `2 d 3 h`, `1 h 5 min`, `9:59` or `0:00`. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A price in major units, with the decimals of its currency: `70.00 USD`, `1,100 JPY`. */
export function price(amount: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${amount.toLocaleString('en', format)} ${currency}`;
}

/** The first and the last characters of an id that is too long to be read. */
export function shortId(id: string): string {
  return id.length <= 14 ? id : `${id.slice(0, 6)}…${id.slice(-6)}`;
}

/** A fault in words, such as `503 once, to cart.reserve`. */
export function faultInWords(fault: SetFault): string {
  return `${whatHappens(fault)}${howOften(fault)}, to ${fault.operation ?? 'any call'}`;
}

function whatHappens({ status, retryAfter, latency, untilHungUp, drop, outcome }: SetFault): string {
  const parts = [
    latency === undefined ? '' : `waits ${latency} ms${untilHungUp ? ' at most' : ''}`,
    drop === undefined ? '' : `${drop} dropped`,
    status === undefined ? '' : `answers ${status}`,
    retryAfter === undefined ? '' : `Retry-After ${retryAfter}`,
    outcome === undefined ? '' : outcomes[outcome],
  ];
  return parts.filter((part) => part !== '').join(', ') || 'nothing';
}

function howOften({ nth = 1, count, oncePerBody, outcome }: SetFault): string {
  if (outcome !== undefined) return '';
  const from = nth > 1 ? `, from call ${nth} on` : '';
  const body = oncePerBody ? ', once for each body' : '';
  if (count === undefined) return `${from}${body}`;
  return `${from}, ${count === 1 ? 'once' : `${count} times`}${body}`;
}
