import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ENDPOINTS, ErrorBody as ErrorSchema } from '../../../src/contract/index.ts';
import type { ErrorBody } from '../../../src/contract/wire.ts';
import { compile } from '../../contract/compile.ts';
import { inBytes, type Said, talk } from '../support/talk.ts';
import { badBodies, type BadBody, soundBody } from './refused/bodies.ts';
import { badHeads, soundHeaders } from './refused/heads.ts';
import { openShop } from './shop.ts';

/** How many requests: the first argument. */
const CASES = Number(process.argv[2] ?? 2_000);
const AT_ONCE = 16;
const seed = Number(process.env['ROKT_UPSELL_SEED'] ?? randomInt(2 ** 31));

const faultsOf = compile(ErrorSchema);
const bodies = badBodies();
const heads = badHeads();

/** A bad request, and what is wrong with its answer. */
interface Case {
  readonly kind: string;
  readonly bytes: string;
  check(said: Said): void;
}

const cases: readonly Case[] = [
  ...bodies.map((bad) => ({
    kind: bad.kind,
    bytes: inBytes(`POST ${bad.endpoint.path}`, headerLines(bad), bad.text),
    check: (said: Said) => checkBody(bad, said),
  })),
  ...heads.map(({ kind, status, bytes }) => ({
    kind,
    bytes,
    check: (said: Said) => assert.equal(said.status, status),
  })),
];

function headerLines({ endpoint }: Pick<BadBody, 'endpoint'>): string[] {
  return Object.entries(soundHeaders(endpoint)).map(([name, value]) => `${name}: ${value}`);
}

/** What pages say of their cart and their shopper costs them nothing. */
function isPassedOver({ endpoint, kind, pointer }: BadBody): boolean {
  const isOfPage = endpoint.operationId === 'selections' && /^\/(attributes|heldItems)/.test(pointer);
  return isOfPage && !['no UTF-8', 'name twice', 'no JSON'].includes(kind);
}

function checkBody(bad: BadBody, { status, text, body }: Said): void {
  if (isPassedOver(bad) && !bad.text.includes('\0')) return assert.equal(status, 200);
  assert.equal(status, 400);
  if (['no UTF-8', 'no JSON'].includes(bad.kind) || bad.text.includes('\0')) return;
  const paths = body.errors.map(({ value }) => String(value['path']));
  // Of a union, the whole item may be told.
  const isTold = paths.some((path) => path.startsWith(bad.pointer) || bad.pointer.startsWith(path));
  assert.ok(isTold, `expected ${bad.pointer} in ${text}`);
}

function checkShape({ status, text, head }: Said): void {
  assert.ok(status >= 200 && status < 500, `status ${status}`);
  if (status === 200) return;
  if (status === 401) return assert.equal(text, '');
  assert.match(head, /^content-type: application\/json; charset=utf-8$/im);
  assert.deepEqual(faultsOf(JSON.parse(text) as ErrorBody), []);
}

describe('a bad request', () => {
  it('is wrong in one place: the same without it is answered', async (t) => {
    const { url } = await openShop(t);
    for (const endpoint of Object.values(ENDPOINTS)) {
      const said = await talk(
        url,
        inBytes(`POST ${endpoint.path}`, headerLines({ endpoint }), soundBody(endpoint)),
      );
      assert.equal(said.status, endpoint.operationId === 'confirmation.cancel' ? 422 : 200, said.text);
    }
  });

  it(`is refused in the contract's shape, ${CASES} times`, { timeout: 600_000 }, async (t) => {
    const told: string[] = [];
    const { url } = await openShop(t, { report: (problem) => told.push(problem) });
    // Of each kind as many; each request at least once, if there are as many.
    const kinds = [...new Set(cases.map(({ kind }) => kind))];
    const byKind = kinds.map((kind) => fc.constantFrom(...cases.filter((one) => one.kind === kind)));
    const drawn = fc.sample(fc.oneof(...byKind), { seed, numRuns: CASES });
    const asked = CASES < cases.length ? drawn : [...cases, ...drawn].slice(0, CASES);
    t.diagnostic(`seed ${seed} (ROKT_UPSELL_SEED), ${cases.length} different requests`);
    const counts: Record<string, Record<number, number>> = {};
    const work = asked.values();
    const ask = async () => {
      for (const one of work) {
        const said = await talk(url, one.bytes);
        const ofKind = counts[one.kind] ?? {};
        counts[one.kind] = { ...ofKind, [said.status]: (ofKind[said.status] ?? 0) + 1 };
        try {
          checkShape(said);
          one.check(said);
        } catch (cause) {
          const what = `${one.kind}: ${one.bytes.slice(0, 900)}\n→ ${said.status} ${said.text.slice(0, 900)}`;
          throw new Error(`${(cause as Error).message}\n${what}`, { cause });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    for (const [kind, statuses] of Object.entries(counts).sort())
      t.diagnostic(`${kind}: ${JSON.stringify(statuses)}`);
    assert.deepEqual(
      kinds.filter((kind) => counts[kind] === undefined),
      [],
    );
    assert.deepEqual(told, []);
  });
});
