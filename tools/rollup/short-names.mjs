import { transform } from 'esbuild';

/**
 * Shortens names before Terser does the rest. Terser calls each private member of a file differently; here each class begins
 * with the same names, and what repeats compresses.
 * @returns {import('rollup').Plugin}
 */
export function shortNames() {
  return {
    name: 'short-names',
    renderChunk: (code) =>
      transform(code, {
        format: 'esm',
        target: 'es2022',
        minifyIdentifiers: true,
        minifySyntax: true,
        sourcemap: 'external',
        legalComments: 'inline',
      }),
  };
}
