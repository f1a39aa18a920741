import type { ConformanceCase } from './case.ts';
import { childCases } from './child-cases.ts';
import { eventCases } from './event-cases.ts';
import { valueCases } from './value-cases.ts';

/** What `<rokt-upsell>` promises in every framework; each is a test, and a row of docs/framework-matrix.md. */
export const conformanceCases: readonly ConformanceCase[] = [...valueCases, ...eventCases, ...childCases];

/** The names of the frameworks as people write them; the page without any comes first. */
export const frameworkTitles: Readonly<Record<string, string>> = {
  plain: 'No framework',
  vue: 'Vue',
  react: 'React',
  svelte: 'Svelte',
  angular: 'Angular',
};
