// @ts-check
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleServers } from './service/bundle-servers.mjs';
import { kinds, measureCalls } from './service/calls.mjs';
import { measureDown } from './service/down.mjs';
import { measureGrowth } from './service/growth.mjs';
import { measureHot } from './service/hot.mjs';
import { measureOutbox } from './service/outbox.mjs';
import { measurePrism } from './service/prism.mjs';

/**
 * `npm run bench:service`: the service's figures as tables. `node bench/service.mjs any reserve` measures these alone, `--rounds 5`
 * and `--count 200` are for trying: a figure counts from 15 rounds on.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '15' },
    count: { type: 'string', default: '400' },
    holds: { type: 'string', default: '1000000' },
    waiting: { type: 'string', default: '100000' },
  },
});
const rounds = Number(values.rounds);
const count = Number(values.count);
const asked = (/** @type {string[]} */ names) =>
  names.filter((name) => positionals.length === 0 || positionals.includes(name));

console.log(`Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the beginning`);
await bundleServers();
const calls = asked(Object.keys(kinds));
if (calls.length > 0) await measureCalls({ names: calls, rounds, count });
if (asked(['growth']).length > 0) await measureGrowth({ rounds, count, holds: Number(values.holds) });
if (asked(['outbox']).length > 0) await measureOutbox({ rounds, waiting: Number(values.waiting) });
if (asked(['down']).length > 0) await measureDown({ rounds });
if (asked(['hot']).length > 0) await measureHot({ rounds, count });
if (asked(['prism']).length > 0) await measurePrism({ rounds, count });
console.log(`\nload ${loadavg()[0]?.toFixed(1)} at the end`);
