import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { installLocked } from '../../tools/examples/install-packages.mjs';
import { root } from '../../tools/setup/project.mjs';

/** Where they are installed: they are nothing that this project uses. */
export const PEERS = 'bench/peers';

/** What others load their script with, and where they expect it. */
const peers = [
  {
    file: 'google-pay',
    name: "Google Pay's button element",
    // It loads nothing before it is told what is to be paid.
    entry: `import '@google-pay/button-element';
      const button = document.createElement('google-pay-button');
      button.environment = 'TEST';
      button.paymentRequest = {
        apiVersion: 2,
        apiVersionMinor: 0,
        allowedPaymentMethods: [],
        merchantInfo: { merchantId: '0' },
        transactionInfo: { totalPriceStatus: 'FINAL', totalPrice: '1', currencyCode: 'USD', countryCode: 'US' },
      };
      document.body.append(button);`,
    script: /https:\/\/pay\.google\.com\/gp\/p\/js\/pay\.js/g,
  },
  {
    file: 'stripe',
    name: "Stripe's loader",
    entry:
      "import { loadStripe } from '@stripe/stripe-js'; loadStripe('pk_test_bench').catch(() => undefined);",
    script: /https:\/\/js\.stripe\.com/g,
  },
];

/**
 * The peers' loaders as a page would bundle them, each with its vendor's script at `address`: nobody outside is asked.
 *
 * @param {string} address
 */
export async function bundlePeers(address) {
  await installLocked(PEERS);
  return Promise.all(
    peers.map(async ({ entry, script, ...peer }) => {
      const { outputFiles } = await build({
        stdin: { contents: entry, resolveDir: join(root, PEERS) },
        bundle: true,
        write: false,
        minify: true,
        format: 'esm',
        target: 'es2022',
        conditions: ['production', 'browser'],
        logLevel: 'error',
        plugins: [atAddress(script, address)],
      });
      return { ...peer, body: outputFiles[0]?.text ?? '' };
    }),
  );
}

/** @param {RegExp} script @param {string} address @returns {import('esbuild').Plugin} */
function atAddress(script, address) {
  return {
    name: 'vendor-script',
    setup({ onLoad }) {
      onLoad({ filter: /node_modules[\\/]@(google-pay|stripe)[\\/].*\.m?js$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return { contents: source.replace(script, address), loader: 'js' };
      });
    },
  };
}
