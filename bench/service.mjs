// @ts-check
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleServers } from './service/bundle-servers.mjs';
import { kinds, measureCalls } from './service/calls.mjs';

/**
 * `npm run bench:service`: the service's figures as tables. `node bench/service.mjs any reserve` measures these alone, `--rounds 5`
 * and `--count 200` are for trying: a figure counts from 15 rounds on.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '15' },
    count: { type: 'string', default: '800' },
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
console.log(`\nload ${loadavg()[0]?.toFixed(1)} at the end`);
