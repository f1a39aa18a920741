/** What a JSON parser lets pass and changes without a word. */
export interface JsonFault {
  /** Where, as a JSON pointer. */
  readonly path: string;
  readonly problem: string;
}

/** A token of JSON; what is between two is space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

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
 * The first name that an object has twice, or number that would become another one; undefined where there is none.
 *
 * @param text JSON that a parser takes
 * @param areNumbersKept true: numbers are looked at as well
 */
export function findJsonFault(text: string, areNumbersKept: boolean): JsonFault | undefined {
  const open: Container[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '{') open.push({ names: new Set(), at: '', expectsName: true });
    else if (token === '[') open.push({ names: undefined, at: 0, expectsName: false });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && inner) goOn(inner);
    else if (inner?.expectsName && !takeName(inner, token))
      return { path: pathOf(open), problem: 'expected each name once' };
    else if (areNumbersKept && isNumber(token) && !isKept(token))
      return { path: pathOf(open), problem: RANGE };
  }
  return undefined;
}

const RANGE = `expected a number from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`;

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

function isNumber(token: string): boolean {
  return /^[-\d]/.test(token);
}

/** Whether it is the same number as a double: fractions are rounded, whole numbers and what is beyond all are not. */
function isKept(token: string): boolean {
  return Math.abs(Number(token)) <= Number.MAX_SAFE_INTEGER;
}

function pathOf(open: readonly Container[]): string {
  return open.map(({ at }) => `/${String(at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/';
}
