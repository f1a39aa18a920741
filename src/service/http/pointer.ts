/** The most characters of a path that an answer names. */
const LONGEST = 256;

/** Where something is in a body, as a JSON pointer that goes on from `base`; an endless name in it is cut. */
export function toPointer(steps: readonly (string | number)[], base = ''): string {
  const pointer = base + steps.map((step) => `/${toStep(step)}`).join('');
  return pointer.slice(0, LONGEST) || '/';
}

function toStep(name: string | number): string {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}
