import type { Fault } from '../../service/index.ts';

/** One thing that goes wrong in a rehearsal, with the calls of one operation. */
export interface Trial {
  /** As the table names it. */
  readonly name: string;
  /** What happens, in half a line. */
  readonly about: string;
  /** The operations that it can hit; all without. */
  readonly operations?: readonly Operation[];
  readonly fault: Omit<Fault, 'operation'>;
}

/** The operations of a partner's server, in the order of a checkout. */
export const OPERATIONS = [
  'placements.any',
  'cart.reserve',
  'cart.confirm',
  'cart.release',
  'confirmation.cancel',
] as const;

/** One of them. */
export type Operation = (typeof OPERATIONS)[number];

/** The first try of each call fails: one that is sent again goes through. */
const oncePerBody = true;

/** All that goes wrong in a rehearsal, one by one; a caller who never hangs up waits for `patience` ms. */
export function trialsOf(patience: number): readonly Trial[] {
  return [
    {
      name: 'slow',
      about: 'the first try is answered too late: the call is done once you have hung up',
      fault: { oncePerBody, latency: patience, untilHungUp: true },
    },
    {
      name: 'cut',
      about: 'the connection breaks before the first try is done',
      fault: { oncePerBody, drop: 'request' },
    },
    {
      name: 'reply lost',
      about: 'the first try is done, and its answer is lost',
      fault: { oncePerBody, drop: 'reply' },
    },
    { name: '500', about: 'the first try fails', fault: { oncePerBody, status: 500 } },
    {
      name: '503',
      about: 'the first try is sent away for a second, by Retry-After',
      fault: { oncePerBody, status: 503, retryAfter: 1 },
    },
    {
      name: '429',
      about: 'the first try is one too many, by Retry-After',
      fault: { oncePerBody, status: 429, retryAfter: 1 },
    },
    {
      name: '409',
      about: 'the first try finds its twin still under way',
      fault: { oncePerBody, status: 409, retryAfter: 1 },
    },
    { name: 'down', about: 'every try fails, with 503', fault: { status: 503 } },
    {
      name: 'sold out',
      about: 'nothing is left when it is reserved',
      operations: ['cart.reserve'],
      fault: { outcome: 'sold-out' },
    },
    {
      name: 'dearer',
      about: 'everything costs a quarter more than the page has shown',
      operations: ['cart.reserve'],
      fault: { outcome: 'dearer' },
    },
    {
      name: 'expired',
      about: 'the holds are over when they are confirmed',
      operations: ['cart.confirm'],
      fault: { outcome: 'expired' },
    },
  ];
}
