import type { Shown } from './catalogue-file.ts';

/** What a page, or a partner's server, says of the shopper and the order. */
export interface SelectionInput {
  /** The page identifier. */
  readonly identifier?: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly acceptLanguage?: string | undefined;
}

/** Why something is not shown. */
export interface Miss {
  /** `identifier`, or the name of an attribute. */
  readonly rule: string;
  readonly expected: readonly string[];
  readonly got: string | undefined;
}

/** The first targeting rule that `input` does not meet, whatever its locale; undefined where all hold. */
export function firstMiss(
  { targeting }: Shown,
  { identifier, attributes }: SelectionInput,
): Miss | undefined {
  const pages = targeting?.pageIdentifiers;
  if (pages && (identifier === undefined || !pages.includes(identifier)))
    return { rule: 'identifier', expected: pages, got: identifier };
  for (const [name, values] of Object.entries(targeting?.attributes ?? {})) {
    const allowed = typeof values === 'string' ? [values] : values;
    const got = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (got === undefined || !allowed.includes(got)) return { rule: name, expected: allowed, got };
  }
  return undefined;
}
