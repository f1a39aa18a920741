import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { chosenExamples } from '../../tools/examples/example-names.mjs';
import { examplePages } from '../../tools/examples/example-folder.mjs';
import { root } from '../../tools/setup/project.mjs';
import { buy } from '../support/checkout.ts';
import { describeConcert } from '../support/concert.ts';
import { describeOrders } from '../support/example-orders.ts';

for (const name of chosenExamples(process.env['ROKT_UPSELL_EXAMPLES'])) {
  const pages = join(root, examplePages(name));
  // By which manners the hosted launcher speaks is the tag's affair, which the demo's own pages prove.
  const hands = {
    'first-party': ['keys'],
    'hosted with shipped manners': ['mouse'],
    'hosted with documented manners': [],
  } as const;
  describeConcert(`the concert checkout in ${name}`, {
    pages,
    hands,
    enter: goToExtras,
    order: orderToReceipt,
  });
  describeOrders(`orders in ${name}`, pages);
}

async function goToExtras(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Extras for your order' }).waitFor();
}

async function orderToReceipt(page: Page): Promise<Locator> {
  await buy(page);
  return page.locator('.receipt');
}
