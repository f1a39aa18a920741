import { isOutcome } from '../outcomes.ts';
import type { SetFault } from '../protocol.ts';

/** The fault that a form describes: its kind, a number, the operation and how many calls it hits. */
export function toFault(form: FormData): SetFault {
  const [kind, value, operation, count] = ['kind', 'value', 'operation', 'count'].map((name) =>
    textIn(form, name),
  );
  return {
    ...effectOf(kind, Number(value)),
    ...(operation ? { operation } : {}),
    ...(count && !isOutcome(kind) ? { count: Number(count) } : {}),
  };
}

function effectOf(kind: string | undefined, value: number): SetFault {
  if (isOutcome(kind)) return { outcome: kind };
  if (kind === 'latency') return { latency: value };
  if (kind === 'request' || kind === 'reply') return { drop: kind };
  return { status: value };
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
