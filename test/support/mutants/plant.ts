import { registerHooks } from 'node:module';
import type { Mutant } from './mutant.ts';

/** Preloaded by `--import`: plants the fault that `ROKT_UPSELL_MUTANT` has as JSON while Node loads the source. */
const given = process.env['ROKT_UPSELL_MUTANT'];
const mutant = given === undefined ? undefined : (JSON.parse(given) as Mutant);
const url = mutant && new URL(`../../../src/${mutant.file}`, import.meta.url).href;

registerHooks({
  load(loaded, context, nextLoad) {
    const result = nextLoad(loaded, context);
    if (!mutant || loaded !== url) return result;
    const source =
      typeof result.source === 'string' ? result.source : new TextDecoder().decode(result.source);
    const parts = source.split(mutant.find);
    if (parts.length !== 2) {
      console.error(`PATCH DOES NOT APPLY: ${mutant.name}`);
      process.exit(3);
    }
    return { ...result, source: parts.join(mutant.replace) };
  },
});
