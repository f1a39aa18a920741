import type { WebhookBody } from '../../contract/wire.ts';
import type { AccountRows } from '../store/account-rows.ts';
import type { Fault } from './faults.ts';
import type { Charge } from './report/charge.ts';
import type { Report } from './report/report.ts';
import type { LoggedRequest } from './request-log.ts';

/** The clock of one account. */
export interface AccountClock {
  /** ms since the epoch. */
  now(): Promise<number>;
  /** Stops it at `at`, in ms since the epoch; where it stands without. */
  freeze(at?: number): Promise<void>;
  /** Moves it by `ms`, and resolves once what became due by that is done: holds expired, messages delivered. */
  advance(ms: number): Promise<void>;
  /** Lets it run again as the machine's does. */
  reset(): Promise<void>;
}

/** The faults of one account. */
export interface AccountFaults {
  /** Adds one, and gives what takes it away. */
  add(fault: Fault): () => void;
  /** Takes all of them away. */
  clear(): void;
  /** Those that are set, the oldest first. */
  list(): readonly Fault[];
  /** How many calls those that are set have hit so far. */
  hits(): number;
}

/** A message that has arrived, as its provider has it. */
export interface ReceivedWebhook {
  /** `webhook-id`: the same when it came twice. */
  readonly id: string;
  /** What was bought or cancelled. */
  readonly body: WebhookBody;
}

/** What a fresh account is made of. */
export interface DevAccountOptions {
  /** What it sells, as a catalogue file, whose `accountId` is not read; the demo catalogue without. */
  readonly catalogue?: unknown;
  /** Whether its messages stay here, whatever providers the catalogue names: nobody outside is told of a test. */
  readonly keepsMessages?: boolean;
}

/** An account that is a developer's own: a tenant for one test. */
export interface DevAccount {
  /** What a tag’s `account-id` names. */
  readonly accountId: string;
  /** What the partner’s server sends with each call. */
  readonly apiKey: string;
  /** The tag that the server’s calls name, as `rokt-tag-id`. */
  readonly tagId: string;
  /** Its own time: moving it moves no other account’s. */
  readonly clock: AccountClock;
  /** What goes wrong with its calls, on purpose. */
  readonly faults: AccountFaults;
  /** The messages that its provider has received, once all that were due are delivered. */
  received(): Promise<readonly ReceivedWebhook[]>;
  /** Resolves once none of its calls is under way, also of callers who have hung up, and no message is due. */
  settled(): Promise<void>;
  /** Its last 1,000 calls, oldest first, without keys and values of attributes. */
  requests(): readonly LoggedRequest[];
  /** Says what a shopper has paid for the upsells of an order, after all refunds; what was said of it before counts no more. */
  charged(charge: Charge): void;
  /** The verdict on the integration that has called, by its calls, holds, orders and charges. */
  report(): Promise<Report>;
  /** What the tables have of it. */
  state(): Promise<AccountRows>;
  /** Back to the first moment: no holds, no orders, full stock, no faults, the machine's time. */
  reset(): Promise<void>;
}
