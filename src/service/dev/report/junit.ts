/** A test as a CI server reads it. */
export interface JunitCase {
  readonly name: string;
  /** Why it fails; absent where it passes. */
  readonly failure?: { readonly message: string; readonly text: string } | undefined;
  /** Why it was not judged. */
  readonly skipped?: string | undefined;
  /** What else there is to say. */
  readonly output?: string | undefined;
}

/** Tests under one name. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** A JUnit file, as CI servers read it. */
export function toJunit(name: string, suites: readonly JunitSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escape(name)}" ${countsOf(all)}>`,
    ...suites.flatMap((suite) => [
      `  <testsuite name="${escape(suite.name)}" ${countsOf(suite.cases)}>`,
      ...suite.cases.flatMap((one) => caseLines(suite.name, one)),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function countsOf(cases: readonly JunitCase[]): string {
  const failures = cases.filter(({ failure }) => failure).length;
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  return `tests="${cases.length}" failures="${failures}" skipped="${skipped}"`;
}

function caseLines(suite: string, { name, failure, skipped, output }: JunitCase): string[] {
  const parts = [
    ...(failure ? [`<failure message="${escape(failure.message)}">${escape(failure.text)}</failure>`] : []),
    ...(skipped === undefined ? [] : [`<skipped message="${escape(skipped)}"/>`]),
    ...(output === undefined ? [] : [`<system-out>${escape(output)}</system-out>`]),
  ];
  const head = `    <testcase classname="${escape(suite)}" name="${escape(name)}"`;
  if (parts.length === 0) return [`${head}/>`];
  return [`${head}>`, ...parts.map((part) => `      ${part}`), '    </testcase>'];
}

/** XML has no way to write most control characters: each is a replacement character. */
function escape(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]|[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
