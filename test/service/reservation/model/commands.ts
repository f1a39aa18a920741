import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sweepHolds } from '../../../../src/service/reservation/index.ts';
import { isOnPostgres } from '../../support/database.ts';
import { HOUR, MINUTE } from '../shop.ts';
import { accounts, toCall, wishes, type Wish } from './calls.ts';
import { expectAnswer } from './expect-answer.ts';
import type { Model } from './model.ts';
import type { OutcomeCount } from './outcome-count.ts';
import {
  checkCarts,
  checkConservation,
  checkIsolation,
  checkModel,
  checkTransitions,
  readRows,
} from './raw-rows.ts';
import { type Names, reload } from './reload.ts';
import { skus, type World } from './world.ts';

type Command = fc.AsyncCommand<Model, World>;

/** A step of a course; after it the raw rows are held against every invariant and the model. */
function command(
  name: string,
  actors: ReadonlySet<string>,
  run: (model: Model, world: World) => Promise<void>,
): Command {
  return {
    check: () => true,
    async run(model, world) {
      const before = world.lastRows ?? (await readRows(world.shop));
      await run(model, world);
      const after = await readRows(world.shop);
      world.lastRows = after;
      checkConservation(after);
      checkCarts(after, model.now);
      checkTransitions(before, after);
      checkIsolation(before, after, actors);
      checkModel(model, after);
    },
    toString: () => name,
  };
}

/**
 * The calls of one turn. SQLite takes them in their order, in one COMMIT; PostgreSQL takes what comes at once in any order, which
 * no model can follow: there one is sent after another.
 */
function calls(together: readonly Wish[], count: OutcomeCount): Command {
  const actors = new Set(together.map(({ account }) => account));
  return command(JSON.stringify(together), actors, async (model, world) => {
    const made = together.map((wish) => toCall(model, wish));
    const answers = isOnPostgres ? [] : await Promise.all(made.map((call) => world.send(call)));
    if (isOnPostgres) for (const call of made) answers.push(await world.send(call));
    made.forEach((call, index) => count.add(call.operation, expectAnswer(model, call, answers[index]!)));
  });
}

/** An earlier call again, under its key: the same answer, and nothing changes. */
function replay(pick: number, count: OutcomeCount): Command {
  return command(`replay(${pick})`, new Set(), async (model, world) => {
    const replayable = world.answered.filter(({ at }) => model.now - at <= 24 * HOUR);
    const earlier = replayable[pick % Math.max(replayable.length, 1)];
    if (!earlier) return;
    assert.deepEqual(await world.sendAgain(earlier), earlier.answer, 'answer of a replay');
    count.add('replay', ['replayed']);
  });
}

function advance(ms: number): Command {
  return command(`advance(${ms})`, new Set(), async (model, world) => {
    model.now += ms;
    world.shop.now += ms;
  });
}

function sweep(account: string, count: OutcomeCount): Command {
  return command(`sweep(${account})`, new Set([account]), async (model, world) => {
    const swept = await sweepHolds(world.shop.store, account, async () => model.now);
    if (swept > 0) count.add('sweep', ['expired']);
    assert.equal(
      await sweepHolds(world.shop.store, account, async () => model.now),
      0,
      'holds left to sweep',
    );
  });
}

function reprice(sku: string, price: number): Command {
  return command(`reprice(${sku}, ${price})`, new Set(), async (model, world) => {
    world.sell(model, sku, { price });
  });
}

function recap(sku: string, perCart: number | undefined): Command {
  return command(`recap(${sku}, ${String(perCart)})`, new Set(), async (model, world) => {
    world.sell(model, sku, { perCart });
  });
}

function offer(account: string, sku: string, link: string | null): Command {
  return command(`offer(${account}, ${sku}, ${String(link)})`, new Set([account]), async (model, world) => {
    await world.offer(model, account, sku, link);
  });
}

function supply(account: string, sku: string, supplied: number | null, count: OutcomeCount): Command {
  return command(
    `supply(${account}, ${sku}, ${String(supplied)})`,
    new Set([account]),
    async (model, world) => {
      const [row] = await world.shop.rows(
        `SELECT COALESCE(SUM(quantity), 0) AS taken FROM hold
      WHERE account_id = $1 AND sku = $2 AND state IN ('held', 'confirmed')`,
        account,
        sku,
      );
      const isEnough = supplied === null || supplied >= Number(row?.['taken']);
      assert.equal(await world.shop.supply(sku, supplied, account), isEnough, 'a supply below what is taken');
      if (isEnough) model.supplied.set(`${account} ${sku}`, supplied);
      count.add('supply', [isEnough ? 'supplied' : 'refused']);
    },
  );
}

function reloadPage(account: string, names: Names, count: OutcomeCount): Command {
  return command(`reload(${account}, ${names})`, new Set([account]), (model, world) =>
    reload(
      model,
      world,
      account,
      async (call) => count.add(call.operation, expectAnswer(model, call, await world.send(call))),
      names,
    ),
  );
}

/** Everything that was acknowledged is there when the file is opened again. */
function reopen(): Command {
  return command('reopen', new Set(), (_model, world) => world.reopen());
}

/** Courses of up to `maxCommands` steps. */
export function courses(count: OutcomeCount, maxCommands: number) {
  const account = fc.constantFrom(...accounts);
  const sku = fc.constantFrom(...skus);
  const call = fc.array(wishes, { minLength: 1, maxLength: 1 }).map((together) => calls(together, count));
  const turn = fc.array(wishes, { minLength: 2, maxLength: 4 }).map((together) => calls(together, count));
  const time = fc
    .constantFrom(MINUTE, 5 * MINUTE, 5 * MINUTE, 10 * MINUTE, 10 * MINUTE - 1, 23 * HOUR)
    .map(advance);
  return fc.commands(
    [
      call,
      call,
      call,
      turn,
      turn,
      time,
      fc.nat({ max: 30 }).map((pick) => replay(pick, count)),
      account.map((name) => sweep(name, count)),
      fc.tuple(sku, fc.constantFrom(1_000, 1_250)).map(([of, price]) => reprice(of, price)),
      fc.tuple(sku, fc.constantFrom(2, 4, undefined)).map(([of, perCart]) => recap(of, perCart)),
      fc
        .tuple(account, sku, fc.constantFrom(null, null, 'laptop'))
        .map(([to, of, link]) => offer(to, of, link)),
      fc
        .tuple(account, sku, fc.constantFrom(1, 2, 4, 6, null))
        .map(([of, what, supplied]) => supply(of, what, supplied, count)),
      fc
        .tuple(account, fc.constantFrom<Names[]>('old', 'old', 'new', 'both', 'none', 'none'))
        .map(([of, names]) => reloadPage(of, names, count)),
      fc.constant(reopen()),
    ],
    { maxCommands, size: 'max' },
  );
}
