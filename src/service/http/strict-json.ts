import type { Malformation } from '../refusal.ts';
import { toPointer } from './pointer.ts';

/** A token of JSON; what is between two is space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/** Every escape in a text of JSON; the first group has what no database keeps in a text: NUL, and half of a surrogate pair. */
const ESCAPES = /\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u0000|u[dD][89a-fA-F]..)|[^])/g;

const RANGE = `expected a number from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`;

/** An object or a list that is open. */
interface Container {
  /** The names so far; undefined in a list. */
  readonly names: Set<string> | undefined;
  /** The name, or the number, of what comes next. */
  at: string | number;
  /** True where an object's next text is a name. */
  expectsName: boolean;
}

/**
 * What a JSON parser lets pass and changes without a word, or what no database keeps: a name that an object has twice, a
 * number that would become another one, NUL and half a character in a text. The first `most` of them.
 *
 * @param text JSON that a parser takes
 * @param passedOver names of the outermost object: only their own names are looked at
 */
export function jsonFaults(text: string, passedOver: ReadonlySet<string>, most: number): Malformation[] {
  const open: Container[] = [];
  const faults: Malformation[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const problem = step(open, token, passedOver);
    if (problem !== undefined) faults.push({ path: toPointer(open.map(({ at }) => at)), problem });
    if (faults.length >= most) break;
  }
  return faults;
}

/** Goes on by one token, and tells what is wrong with it. */
function step(open: Container[], token: string, passedOver: ReadonlySet<string>): string | undefined {
  const inner = open.at(-1);
  if (token === '{') open.push({ names: new Set(), at: '', expectsName: true });
  else if (token === '[') open.push({ names: undefined, at: 0, expectsName: false });
  else if (token === '}' || token === ']') open.pop();
  else if (token === ',' && inner) goOn(inner);
  else if (inner?.expectsName && !takeName(inner, token)) return 'expected each name once';
  else if (!passedOver.has(String(open[0]?.at))) return problemOf(token);
  return undefined;
}

function goOn(inner: Container): void {
  if (inner.names) inner.expectsName = true;
  else inner.at = Number(inner.at) + 1;
}

/** Takes a name, and tells whether the object has it for the first time. */
function takeName(inner: Container, token: string): boolean {
  const name = JSON.parse(token) as string;
  inner.at = name;
  inner.expectsName = false;
  if (inner.names?.has(name)) return false;
  inner.names?.add(name);
  return true;
}

function problemOf(token: string): string | undefined {
  if (/^[-\d]/.test(token)) return isKept(token) ? undefined : RANGE;
  if (!token.includes('\\')) return undefined;
  for (const [, unkept] of token.matchAll(ESCAPES))
    if (unkept !== undefined) return `expected text without NUL and unpaired surrogates, got \\${unkept}`;
  return undefined;
}

/** Whether it is the same number as a double: fractions are rounded, whole numbers and what is beyond all are not. */
function isKept(token: string): boolean {
  return Math.abs(Number(token)) <= Number.MAX_SAFE_INTEGER;
}
