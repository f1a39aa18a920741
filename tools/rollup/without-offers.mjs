/**
 * Leaves the offers out: `element/load-offers` is replaced by `element/no-offers`, which has the same export and says
 * which file to load instead. The build fails when there was nothing to replace.
 * @returns {import('rollup').Plugin}
 */
export function withoutOffers() {
  let replaced = false;
  return {
    name: 'without-offers',
    resolveId(source, importer) {
      if (!source.endsWith('/load-offers.js')) return null;
      replaced = true;
      return this.resolve(source.replace('load-offers', 'no-offers'), importer, { skipSelf: true });
    },
    buildEnd(error) {
      if (!error && !replaced)
        this.error('nothing imports element/load-offers: the offers cannot be left out');
    },
  };
}
