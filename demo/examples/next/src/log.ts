import { create } from 'zustand';
import { longestLog, toLogText, toText } from '../../../log.js';

/** One row of the demo strip: what happened, and when. */
interface LogRow {
  readonly number: number;
  readonly time: string;
  readonly type: string;
  readonly text: string;
}

/** What the demo strip lists, oldest first. */
export const useLog = create<{ readonly rows: readonly LogRow[] }>()(() => ({ rows: [] }));

/** Adds a row to the demo strip. */
export function log(type: string, details: unknown): void {
  useLog.setState(({ rows }) => {
    const number = (rows.at(-1)?.number ?? 0) + 1;
    const row = { number, time: new Date().toISOString().slice(11, 23), type, text: toText(details) };
    return { rows: [...rows, row].slice(-longestLog) };
  });
}

/** Adds a row for an event of the element. */
export function logEvent({ type, detail }: CustomEvent): void {
  log(type, toLogText(detail));
}
