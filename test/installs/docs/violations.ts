import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** axe, for every page and frame of a browser's context: a frame that has none is not looked at. */
export const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface Node {
  readonly html: string;
  readonly target: readonly unknown[];
}

/** What axe finds in a page and its frames, a line for each element. */
export async function violations(page: Page): Promise<string[]> {
  // What is only half there has half its contrast.
  await page.waitForFunction(() => document.querySelector('[class*="-enter-active"]') === null);
  const found = await page.evaluate<{ violations: { id: string; nodes: Node[] }[] }>(
    "axe.run({ resultTypes: ['violations'] })",
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${JSON.stringify(target)} ${html.slice(0, 200)}`),
  );
}
