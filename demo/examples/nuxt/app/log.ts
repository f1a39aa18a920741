import { ref } from 'vue';
import { longestLog, toLogText, toText, upsellEvents } from '../../../log.js';

/** One row of the demo strip: what happened, and when. */
interface LogRow {
  readonly time: string;
  readonly type: string;
  readonly text: string;
}

/** What the demo strip lists, oldest first. */
export const logRows = ref<readonly LogRow[]>([]);

/** Adds a row to the demo strip. */
export function log(type: string, details: unknown): void {
  const row = { time: new Date().toISOString().slice(11, 23), type, text: toText(details) };
  logRows.value = [...logRows.value, row].slice(-longestLog);
}

/** A listener for every event of the element, as `v-on` takes them; `done` is called after each. */
export function logListeners(done: () => void) {
  const listen = ({ type, detail }: CustomEvent) => {
    log(type, toLogText(detail));
    done();
  };
  return Object.fromEntries(upsellEvents.map((type) => [type, listen]));
}
