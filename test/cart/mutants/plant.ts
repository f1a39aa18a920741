import { registerHooks } from 'node:module';
import { mutants } from './mutants.ts';

/** Preloaded by `--import`: plants the fault named by `ROKT_UPSELL_MUTANT` while Node loads the source. */
const mutant = mutants.find(({ name }) => name === process.env['ROKT_UPSELL_MUTANT']);
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
