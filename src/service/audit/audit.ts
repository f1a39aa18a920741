import { askForNode } from '../needed-node.ts';
import { type Counted, countRows, rowChecks } from '../store/audit/index.ts';
import { KEPT_FOR } from '../durations.ts';
import type { Transaction } from '../store/store.ts';
import { textChecks } from './text-checks.ts';

export type { Counted };

/** What an audit has found, a line each. */
export interface Finding {
  /** A `fault` is an invariant that does not hold; a `note` is what an operator should know, such as a message that has not arrived. */
  readonly kind: 'fault' | 'note';
  /** What has to be true, or what is noted. */
  readonly rule: string;
  /** Where, with the ids of its rows. */
  readonly where: string;
}

/** What an audit has come to. */
export interface Audit {
  /** Faults and notes, in the order of the checks; empty where all holds. */
  readonly findings: readonly Finding[];
  /** How many rows it has looked at. */
  readonly counted: Counted;
}

const checks = [...rowChecks, ...textChecks];

/** What an audit can be told. */
export interface AuditOptions {
  /** ms that the service keeps delivered messages, where it is told another time than 30 days: older ones are not missed. */
  readonly messagesKeptFor?: number | undefined;
}

/** Whether every invariant of stock, holds, sales and messages holds in the rows as they are. Reads only. */
export async function auditRows(
  tx: Transaction,
  { messagesKeptFor = KEPT_FOR.messages }: AuditOptions = {},
): Promise<Audit> {
  const messagesKeptSince = (await tx.now()) - messagesKeptFor;
  const findings: Finding[] = [];
  for (const check of checks) {
    const { kind, rule } = check;
    for (const where of await check.find(tx, { messagesKeptSince })) findings.push({ kind, rule, where });
  }
  return { findings, counted: await countRows(tx) };
}

/**
 * Audits the database that `db` names: `postgres://…`, also while it is served, or the path of a SQLite file that nobody has open.
 * Changes nothing in it.
 *
 * @throws {Error} one line that names it, when it cannot be read, is in use, or its tables are of another version
 */
export async function audit(db: string, options: AuditOptions = {}): Promise<Audit> {
  askForNode('audit()');
  const { readDatabase } = await import('../store/read-database.ts');
  return readDatabase(db, (tx) => auditRows(tx, options));
}
