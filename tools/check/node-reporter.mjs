import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

/**
 * A reporter for `node --test` that prints failures only, and writes `{passed, failed}` to the file named by
 * `ROKT_UPSELL_COUNTS`, and what was skipped for a reason or a test has noted (`test.diagnostic()`), a line each, to the one named by
 * `ROKT_UPSELL_TABLE`, if any.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* reporter(events) {
  /** @type {string[]} */
  const told = [];
  for await (const { type, data } of events) {
    if (type === 'test:fail' && isOwnFailure(data)) yield failureText(data);
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    // One without a reason is another database's.
    if (type === 'test:pass' && typeof data.skip === 'string') told.push(skippedText(data));
    // What has no file are the runner's own counts.
    if (type === 'test:diagnostic' && data.file !== undefined) told.push(`noted: ${data.message}\n`);
    if (type === 'test:summary' && data.file === undefined) writeCounts(data.counts);
  }
  const file = process.env.ROKT_UPSELL_TABLE;
  if (file && told.length > 0) writeFileSync(file, told.join(''));
}

/** A suite that failed only because of what is in it is not a failure of its own. */
function isOwnFailure(/** @type {any} */ { todo, details }) {
  return !todo && details.error?.failureType !== 'subtestsFailed';
}

function failureText(/** @type {any} */ { name, file, line, details }) {
  const text = causeText(details.error?.cause ?? details.error);
  return `✖ ${name}  ${placeText(file, line)}\n${text.replace(/^/gm, '    ')}\n\n`;
}

function skippedText(/** @type {any} */ { name, skip }) {
  return `skipped: ${name}: ${skip}\n`;
}

/** `test/a.test.ts:12` @param {string | undefined} file @param {number | undefined} line */
function placeText(file, line) {
  if (!file) return '';
  const path = relative(process.cwd(), file);
  return line ? `${path}:${line}` : path;
}

/** @param {unknown} cause */
function causeText(cause) {
  if (cause instanceof Error) return cause.stack ?? cause.message;
  return typeof cause === 'string' ? cause : inspect(cause);
}

function writeCounts(
  /** @type {{ passed: number, failed: number, cancelled: number }} */ { passed, failed, cancelled },
) {
  const file = process.env.ROKT_UPSELL_COUNTS;
  if (file) writeFileSync(file, JSON.stringify({ passed, failed: failed + cancelled }));
}
