import { expected } from '../input.ts';

/** One thing that is wrong with a file of the shop's own. */
export interface Fault {
  /** Where, as `placements[0].offers[1].maximum`. */
  readonly path: string;
  readonly expected: string;
  readonly got: unknown;
}

/** A fault in one line: where, what was expected, and what is there. */
export function faultText(fault: Fault): string {
  return expected(fault.path, fault.expected, fault.got);
}

/** The path of a field of what is at `path`, which is empty for the file itself. */
export function pathOf(path: string, field: string): string {
  return path ? `${path}.${field}` : field;
}
