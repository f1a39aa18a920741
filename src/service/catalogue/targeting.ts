import type { Shown } from './catalogue-file.ts';

/** What a page, or a partner's server, says of the shopper and the order. */
export interface SelectionInput {
  /** The page identifier. */
  readonly identifier?: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly acceptLanguage?: string | undefined;
}

/** A targeting rule that is not met. */
export interface Miss {
  /** `identifier`, or the name of an attribute. */
  readonly rule: string;
  readonly isAttribute: boolean;
  readonly expected: readonly string[];
  readonly got: string | undefined;
}

type Rules = NonNullable<Shown['targeting']>;

/** Whether `input` meets every targeting rule, whatever its locale. */
export function meetsRules({ targeting = {} }: Shown, input: SelectionInput): boolean {
  if (pageMiss(targeting, input)) return false;
  for (const name of Object.keys(targeting.attributes ?? {}))
    if (attributeMiss(targeting, name, input)) return false;
  return true;
}

/** Every targeting rule that `input` does not meet. */
export function missesOf({ targeting = {} }: Shown, input: SelectionInput): Miss[] {
  const names = Object.keys(targeting.attributes ?? {});
  const misses = [pageMiss(targeting, input), ...names.map((name) => attributeMiss(targeting, name, input))];
  return misses.filter((miss) => miss !== undefined);
}

function pageMiss({ pageIdentifiers }: Rules, { identifier }: SelectionInput): Miss | undefined {
  if (!pageIdentifiers) return undefined;
  if (identifier !== undefined && pageIdentifiers.includes(identifier)) return undefined;
  return { rule: 'identifier', isAttribute: false, expected: pageIdentifiers, got: identifier };
}

function attributeMiss(rules: Rules, name: string, { attributes }: SelectionInput): Miss | undefined {
  const values = rules.attributes?.[name] ?? [];
  const expected = typeof values === 'string' ? [values] : values;
  const got = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (got !== undefined && expected.includes(got)) return undefined;
  return { rule: name, isAttribute: true, expected, got };
}
