import type { ConformancePage } from './conformance-page.ts';

/** One thing that has to hold in every framework. */
export interface ConformanceCase {
  /** What holds, as a sentence. */
  readonly name: string;
  /** What the page's address asks for: that the tag is defined late, or the framework's strict mode. */
  readonly query?: 'define=late' | 'strict';
  /** Only for the frameworks that have it. */
  readonly only?: readonly string[];
  /** Does it on a page and returns what was seen. */
  readonly act: (page: ConformancePage) => Promise<unknown>;
  /** What has to be seen. */
  readonly expected: unknown;
  /** Frameworks that cannot do it, with what is seen there instead and what a page does about it. */
  readonly limits?: Readonly<Record<string, { readonly expected: unknown; readonly note: string }>>;
}
