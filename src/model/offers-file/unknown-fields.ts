import { isRecord } from '../input.ts';
import { type Fault, pathOf } from './fault.ts';
import { OFFERS_SHAPE } from './offers-shape.ts';
import type { FieldShapes, Shape } from './shape-faults.ts';

/** Fields of an `offers.json` that nobody reads, each with the one that may have been meant. They are no faults. */
export function unknownFields(input: unknown): readonly Fault[] {
  return fieldsOf(input, OFFERS_SHAPE, '', {});
}

function fieldsOf(value: unknown, shape: Shape, path: string, around: FieldShapes): Fault[] {
  if (shape.type === 'array' && Array.isArray(value))
    return value.flatMap((entry: unknown, index) =>
      fieldsOf(entry, shape.items, `${path}[${index}]`, around),
    );
  if (shape.type !== 'object' || !isRecord(value)) return [];
  const { properties } = shape;
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const at = pathOf(path, name);
    if (known) return fieldsOf(inner, known, at, properties);
    return [
      { path: at, expected: `no field of this name${hint(name, path, properties, around)}`, got: inner },
    ];
  });
}

/** The field that may have been meant: one here, in an object that belongs here, or beside this one. */
function hint(name: string, path: string, here: FieldShapes, around: FieldShapes): string {
  const inner = Object.entries(here).flatMap(([field, shape]) =>
    shape.type === 'object'
      ? Object.keys(shape.properties).map((one) => [`${field}.${one}`, one] as const)
      : [],
  );
  const own = path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
  const beside = Object.keys(around).map((one) => [`${one}" beside "${own}`, one] as const);
  const candidates = [...Object.keys(here).map((one) => [one, one] as const), ...inner, ...beside];
  const [best] = candidates
    .map(([shown, one]) => ({ shown, distance: distance(name.toLowerCase(), one.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= Math.min(2, Math.ceil(name.length / 2)))
    .sort((a, b) => a.distance - b.distance);
  return best ? `; did you mean "${best.shown}"?` : '';
}

/** How many letters have to be put in, left out, replaced or swapped to make one text of the other (optimal string alignment). */
function distance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const replaced = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      const isSwapped = one[i] === other[j - 1] && one[i - 1] === other[j];
      const swapped = isSwapped ? (before[j - 1] ?? Infinity) + 1 : Infinity;
      next.push(Math.min(replaced, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
