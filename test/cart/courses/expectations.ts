import assert from 'node:assert/strict';
import { productKey } from '../../../src/model/index.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import type { Offered } from './course.ts';
import type { ShopPage } from './shop-page.ts';
import type { Witness } from './witness.ts';

/** At rest both carts are equal, or what is different was told. */
export function expectAgreement(page: ShopPage, witness: Witness): void {
  if (!page.isConnected) return;
  for (const offered of page.course.offers) expectAgreementOn(offered, page, witness);
}

function expectAgreementOn(offered: Offered, page: ShopPage, witness: Witness): void {
  const { element, placements } = page;
  const key = productKey(offered);
  const line = page.line(key);
  const held = page.held(key);
  const sides = witness.sides(key);
  const isSure = witness.named.has(key) && !witness.lost.has(key) && !placements.renewed.has(key);
  if (element.phase === 'ready' && isSure) {
    assert.equal(held, placements.quantity(key), `the page believes another quantity: ${sides}`);
  }
  const isReported = witness.reports.some(
    (report) => report.sides === sides && report.connection === witness.connections,
  );
  if (isReported) return;
  const product = page.product(offered);
  if (product === 0) assert.equal(line, 0, `a line outlives its product: ${sides}`);
  // As long as nothing was selected nothing differs: the line is what the next selection is told.
  if (element.phase === 'idle') return;
  assert.equal(line, held, `the carts differ (${element.phase}): ${sides}`);
  const isAllowed = product === undefined || held === 0 || policyAllows(held, product, offered.policy);
  assert.ok(isAllowed, `not what the policy ${offered.policy} says (${element.phase}): ${sides}`);
}

/** Whatever the cart has refused was told. */
export function expectRefusalsTold(
  { isConnected }: ShopPage,
  { refused, reports, connections }: Witness,
): void {
  if (!isConnected) return;
  for (const key of refused) {
    const isTold = reports.some((report) => report.connection === connections && report.key === key);
    assert.ok(isTold, `nobody was told what the cart refused: ${key}`);
  }
}

/** The policy in words of its own, so that a wrong `linkedQuantity` shows. */
function policyAllows(quantity: number, product: number, policy: string): boolean {
  if (product === 0) return false;
  if (policy === 'synchronized') return quantity === product;
  return policy === 'independent' || quantity <= product;
}

/** What both sides know already is neither asked nor told again. */
export async function expectNoEcho(page: ShopPage, witness: Witness, time: VirtualTime): Promise<void> {
  const counts = () => [witness.calls, witness.tellings, witness.reports.length];
  const before = counts();
  for (const offered of page.course.offers) {
    const key = productKey(offered);
    if (witness.named.has(key) && !page.placements.renewed.has(key)) page.repeat(key);
  }
  page.store.notify();
  await time.run();
  assert.deepEqual(counts(), before, 'an echo was answered');
}
