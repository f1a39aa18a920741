import type { HoldFact } from '../../service/dev/report/evidence.ts';
import { linesOf } from '../../service/dev/report/lines.ts';
import { leftHolds } from '../../service/dev/report/rules/hold-left.ts';
import type { ReportFinding, RuleReport } from '../../service/index.ts';
import type { LoggedRequest } from '../../service/dev/request-log.ts';
import { toUtc } from '../../service/to-utc.ts';
import type { Run } from './run.ts';

/** One place where money and goods part, or an integration breaks a rule. */
export interface Parting extends ReportFinding {
  /** The rule, or what differs from the run without a fault. */
  readonly id: string;
  readonly fix: string;
  readonly docs: string;
}

/** Rules of what is missing at the end: a suite that has failed has stopped before it, and has noticed. */
const OF_THE_END = new Set(['confirm-missing', 'hold-left', 'paid-not-confirmed', 'confirmed-not-paid']);

/** Where money and goods have parted in `run`, by the report's rules, and by how it differs from `baseline`, the run without a fault. */
export function findPartings(run: Run, baseline: Run): Parting[] {
  const rules = run.report.rules.filter(({ id }) => run.suite.isPassed || !OF_THE_END.has(id));
  const broken = rules.flatMap((rule) => beyond(rule, baseline));
  const isCharged = run.report.charges + baseline.report.charges > 0;
  const differing = [soldMore(run, baseline), untold(run, baseline)];
  // Where a suite says what was paid, the rules prove what these can only infer from a suite that has passed.
  if (run.suite.isPassed && !isCharged)
    differing.push(ordersLost(run, baseline), holdsLeft(run, baseline), soldUnheard(run));
  return [...broken, ...differing.flatMap((parting) => parting ?? [])];
}

/** What a report finds broken, as partings. */
export function faultsOf({ report }: Run): Parting[] {
  return report.rules.filter(isFault).flatMap((rule) => toPartings(rule, rule.findings));
}

/** What breaks a rule more often than without a fault. */
function beyond(rule: RuleReport, { report }: Run): Parting[] {
  const before = report.rules.find(({ id }) => id === rule.id)?.findings.length ?? 0;
  return isFault(rule) ? toPartings(rule, rule.findings.slice(before)) : [];
}

function isFault({ kind, outcome }: RuleReport): boolean {
  return kind === 'fault' && outcome === 'broken';
}

function toPartings({ id, fix, docs }: RuleReport, findings: readonly ReportFinding[]): Parting[] {
  return findings.map((finding) => ({ ...finding, id, fix, docs }));
}

/** More is bought than without a fault: twice, as a rule. */
function soldMore({ evidence }: Run, baseline: Run): Parting | undefined {
  const [sold, before] = [soldUnits(evidence.holds), soldUnits(baseline.evidence.holds)];
  if (sold <= before) return undefined;
  return differing('sold-more', `The suite buys ${before} without this fault, and ${sold} with it.`, {
    fix: 'Send a call again with the same cartId, orderId and idempotency key: it is done once. A new order, or a new cart, is bought anew.',
    calls: evidence.calls.filter(({ operation }) => operation === 'cart.confirm'),
  });
}

/** The suite has passed, and the service knows of fewer orders. */
function ordersLost({ evidence }: Run, baseline: Run): Parting | undefined {
  const [orders, before] = [evidence.orders.length, baseline.evidence.orders.length];
  if (orders >= before) return undefined;
  const says = `The suite passes, and of the ${before} orders that it confirms without this fault ${orders} are confirmed.`;
  return differing('orders-lost', says, {
    fix: 'Confirm again until it is answered, and keep what is not confirmed yet: the shopper has paid for it.',
    calls: evidence.calls.filter((call) => call.operation === 'cart.confirm' && !isAnswered(call)),
  });
}

/** The suite has passed, and what it had reserved is neither bought nor released. */
function holdsLeft({ evidence }: Run, baseline: Run): Parting | undefined {
  const ordered = new Set(evidence.orders.map(({ cartId }) => cartId));
  const left = leftHolds(evidence).filter(({ cartId }) => ordered.has(cartId));
  const before = leftHolds(baseline.evidence).length;
  if (left.length <= before) return undefined;
  const ids = new Set(left.map(({ cartItemId }) => cartItemId));
  const says = `The suite passes with ${left.length - before} reserved and not bought in an order that is confirmed: was it paid?`;
  return differing('not-bought', says, {
    fix: 'Read success of each item that cart/confirm answers and give back what was paid for the others; let the suite say what was paid.',
    calls: linesOf(evidence.calls, 'cart.confirm')
      .filter(({ cartItemId }) => ids.has(cartItemId))
      .map(({ call }) => call),
  });
}

/** The suite has passed, and has never heard that something is bought. */
function soldUnheard({ evidence }: Run): Parting | undefined {
  const confirms = linesOf(evidence.calls, 'cart.confirm');
  const heard = new Set(
    confirms
      .filter(({ call, answer }) => isAnswered(call) && answer?.success)
      .map(({ answer }) => answer?.itemReservationId),
  );
  const unheard = evidence.holds.filter(
    ({ state, itemReservationId }) => state === 'confirmed' && !heard.has(itemReservationId),
  );
  if (unheard.length === 0) return undefined;
  const ids = new Set(unheard.map(({ cartItemId }) => cartItemId));
  const says = `The suite passes with ${unheard.length} bought of which it has never heard: was it paid?`;
  return differing('bought-unheard', says, {
    fix: 'A confirm without an answer may have bought: send it again, under the same order and idempotency key, before the money goes back.',
    calls: confirms.filter(({ cartItemId }) => ids.has(cartItemId)).map(({ call }) => call),
  });
}

/** A provider has not been told of as much as without a fault. */
function untold(run: Run, baseline: Run): Parting | undefined {
  if (run.untold <= baseline.untold) return undefined;
  return differing(
    'provider-untold',
    `${run.untold - baseline.untold} messages have not reached a provider.`,
    {
      fix: 'rokt-upsell deliveries list shows them, where the service keeps its database.',
      calls: [],
    },
  );
}

function differing(
  id: string,
  says: string,
  { fix, calls }: { readonly fix: string; readonly calls: readonly LoggedRequest[] },
): Parting {
  const requests = [...new Set(calls)].map(({ id: name, at, operation, status }) => ({
    id: name,
    at: toUtc(at),
    operation,
    status,
  }));
  return { id, says, fix, requests, docs: `docs/rehearse.md#${id}` };
}

function isAnswered({ status, isLost }: LoggedRequest): boolean {
  return status === 200 && !isLost;
}

function soldUnits(holds: readonly HoldFact[]): number {
  return holds.filter(({ state }) => state === 'confirmed').reduce((sum, { quantity }) => sum + quantity, 0);
}
