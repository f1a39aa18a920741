import type { shopCatalogue } from '../http/shop-catalogue.ts';

/** `catalogue` with `value` at a place of it; undefined takes what is there away. */
export function changed(
  catalogue: typeof shopCatalogue,
  place: string,
  value: unknown,
): typeof shopCatalogue {
  const copy = structuredClone(catalogue);
  const names = place.split('.');
  const field = names.pop()!;
  let parent = copy as unknown as Record<string, unknown>;
  for (const name of names) parent = parent[name] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(parent, field);
  else parent[field] = value;
  return copy;
}
