import { LIMITS } from '../../contract/index.ts';
import type { Attributes, IgnoredAttribute } from '../../contract/wire.ts';
import { isRecord } from '../../model/index.ts';

/** What of a page's attributes counts, and what was cut or left out of them. */
export interface UsableAttributes {
  readonly attributes: Attributes;
  readonly ignored: readonly IgnoredAttribute[];
}

type Reason = IgnoredAttribute['reason'];

/** What no database keeps in a text: NUL, and half of a surrogate pair. */
const UNKEPT = /[\0\p{Cs}]/gu;

/** The attributes that a page has sent, as far as they can be used: a shop's odd one costs nobody the offers. */
export function toUsableAttributes(sent: unknown): UsableAttributes {
  if (sent === undefined) return { attributes: {}, ignored: [] };
  if (!isRecord(sent)) return { attributes: {}, ignored: [{ name: 'attributes', reason: 'unreadable' }] };
  const used = new Map<string, string>();
  const ignored: IgnoredAttribute[] = [];
  for (const [name, value] of Object.entries(sent)) {
    const fault = faultOfName(name) ?? (used.size < LIMITS.attributes ? faultOf(value) : 'too-many');
    if (fault !== undefined) ignored.push({ name: toShown(name), reason: fault });
    if (typeof value === 'string' && isUsable(name, fault)) used.set(name, toKept(value));
  }
  return { attributes: Object.fromEntries(used), ignored: ignored.slice(0, LIMITS.attributes) };
}

/** Of a name nothing can be cut: another attribute might have what is left of it. */
function isUsable(name: string, fault: Reason | undefined): boolean {
  return fault !== 'too-many' && faultOfName(name) === undefined;
}

function faultOfName(name: string): Reason | undefined {
  if (name.search(UNKEPT) >= 0) return 'broken-text';
  return lengthOf(name) > LIMITS.attributeNameLength ? 'too-long' : undefined;
}

function faultOf(value: unknown): Reason | undefined {
  if (typeof value !== 'string') return 'unreadable';
  if (value.search(UNKEPT) >= 0) return 'broken-text';
  return lengthOf(value) > LIMITS.attributeValueLength ? 'too-long' : undefined;
}

function toKept(value: string): string {
  return cut(value.replace(UNKEPT, ''), LIMITS.attributeValueLength);
}

function toShown(name: string): string {
  return cut(name.replace(UNKEPT, '\ufffd'), LIMITS.attributeNameLength);
}

/** In characters, as the schema counts them. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** The beginning of a text, whole characters of it. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : Array.from(text).slice(0, length).join('');
}
