import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { chosenExamples } from '../../tools/examples/example-names.mjs';
import { exampleFolder } from '../../tools/examples/example-folder.mjs';
import { root } from '../../tools/setup/project.mjs';
import { describeConcert } from '../support/concert.ts';

for (const name of chosenExamples(process.env['ROKT_UPSELL_EXAMPLES'])) {
  describeConcert(`the concert checkout in ${name}`, {
    pages: join(root, exampleFolder(name), 'dist'),
    order: orderInDialog,
  });
}

/** As the examples end an order. */
async function orderInDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Place order' }).click();
  return page.getByRole('dialog');
}
