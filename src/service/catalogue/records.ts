import { isRecord } from '../../model/index.ts';
import type { CatalogueFault } from './check-catalogue.ts';

/** An object of a catalogue that was not checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object of a catalogue, and where it is. */
export type Located = readonly [fields: Fields, path: string];

/** Those entries of a list that are objects, with their paths. */
export function recordsIn(parent: unknown, field: string): Located[] {
  const list = isRecord(parent) ? parent[field] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, index): Located[] =>
    isRecord(entry) ? [[entry, `${field}[${index}]`]] : [],
  );
}

/** A fault for each record whose `field` an earlier one has as well. */
export function doublesOf(field: string, records: readonly Located[]): CatalogueFault[] {
  const first = new Map<unknown, string>();
  return records.flatMap(([record, path]) => {
    const value = record[field];
    if (typeof value !== 'string') return [];
    const earlier = first.get(value);
    if (earlier !== undefined)
      return [{ path: `${path}.${field}`, expected: `another than that of ${earlier}`, got: value }];
    first.set(value, path);
    return [];
  });
}
