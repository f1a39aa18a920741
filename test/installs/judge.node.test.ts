import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ownNode, root } from '../../tools/setup/project.mjs';
import { run } from '../../tools/setup/run.mjs';
import { type EmptyFolder, openEmptyFolder } from './empty-folder.ts';
import { type Captured, Judge } from './judge/judge.ts';
import { bringAbout } from './judge/statuses.ts';

/** What asks the service as partners and pages do: each row of the outcomes, each error, the samples, the selections. */
const SUITES = [
  'outcomes',
  'errors',
  'calls',
  'selections',
  'held-items',
  'any',
  'own-holds',
  'ignored-attributes',
];

const json = { 'content-type': 'application/json; charset=utf-8' };
const sample = (name: string) => readFileSync(join(root, `test/contract/samples/${name}.json`), 'utf8');
const reserved: Captured = {
  ...{ path: '/v1/cart/reserve', status: 200, headers: json },
  text: sample('ReserveAnswer.partial-success'),
};

/** Answers that are no good, each in one thing. */
const planted: Readonly<Record<string, Captured>> = {
  'a field that is missing': {
    ...reserved,
    text: reserved.text.replace('"itemReservationId"', '"reservation"'),
  },
  'a number as text': { ...reserved, text: reserved.text.replace(/"quantity":\s*(\d+)/, '"quantity": "$1"') },
  'a status that is not described': { ...reserved, status: 402 },
  'an error without its code': {
    ...{ ...reserved, status: 400 },
    text: sample('ErrorBody.official').replace('"code"', '"kind"'),
  },
};

describe('the description, by an outside judge', () => {
  let empty: EmptyFolder;
  let judge: Judge;
  before(async () => {
    empty = openEmptyFolder();
    const { dependencies } = JSON.parse(
      readFileSync(join(import.meta.dirname, 'judge/package.json'), 'utf8'),
    ) as { dependencies: Record<string, string> };
    const packages = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
    // One of its packages would count installs.
    await empty.run(
      `npm install --ignore-scripts --no-audit --no-fund --prefer-offline ${packages.join(' ')}`,
    );
    judge = await Judge.open(empty.folder);
    process.env['ROKT_UPSELL_JUDGE'] = judge.url;
  });
  after(async () => {
    delete process.env['ROKT_UPSELL_JUDGE'];
    await judge.close();
    empty.close();
  });

  it('finds nothing wrong with a sound answer', async () => {
    assert.deepEqual(await judge.judge(reserved), []);
  });

  for (const [what, answer] of Object.entries(planted)) {
    it(`finds ${what}`, async () => {
      assert.notDeepEqual(answer, reserved);
      assert.notDeepEqual(await judge.judge(answer), []);
    });
  }

  it('has nothing against any answer that the tests of the service get', async (t) => {
    const before = judge.count;
    const files = SUITES.map((name) => `test/service/http/${name}.node.test.ts`);
    // Else they would take themselves for a part of this run.
    const env = { NODE_TEST_CONTEXT: undefined };
    const { code, output } = await run(ownNode, ['--test', ...files], { env, limit: 10 * 60_000 });
    assert.equal(code, 0, output);
    assert.deepEqual(judge.faults, []);
    t.diagnostic(`${judge.count - before} answers judged`);
    assert.ok(judge.count - before > 300, `expected hundreds of answers, got ${judge.count - before}`);
  });

  it('has seen each status of each call that is described', async (t) => {
    await bringAbout(t, judge);
    assert.deepEqual(judge.faults, []);
    assert.deepEqual(judge.unseen, []);
  });
});
