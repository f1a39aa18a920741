/** What README.md and docs/guarantees.md claim, in their words, and what proves it. @type {readonly (readonly [string, string])[]} */
export const claims = [
  ['Whatever fails, the order goes through.', 'npm test -- test/degrade test/demo/faults'],
  [
    'the whole loop, from the offer to the confirmed sale, runs on your laptop and in CI',
    'npm test -- test/installs/with-a-service test/package/serve',
  ],
  [
    'serves three shops from cart to receipt',
    'npm test -- test/demo/concert test/demo/laptop test/demo/stories',
  ],
  ['aligned, in whatever order things happen', 'npm test -- test/cart'],
  ['reserves before the payment and confirms after it', 'npm test -- test/recipes/transaction-client'],
  ['stock, holds, prices and webhooks for real', 'npm test -- test/service'],
  ['your framework, complete in an empty folder', 'npm test -- test/installs/pages'],
  ['A failing upsell never blocks a checkout.', 'npm test -- test/degrade'],
  ['Nothing changes on a wish.', 'npm test -- test/element/requests test/selection/requests'],
  ['Nothing appears or vanishes silently.', 'npm test -- test/selection/courses test/element/held-items'],
  [
    'Your attributes may change as often as they like.',
    'npm test -- test/element/changes test/offers/ask-again',
  ],
  ["The page's cart may refuse.", 'npm test -- test/selection/page-work test/offers/item-work'],
  [
    'A form submits what your server needs to reserve',
    'npm test -- test/element/world/held test/element/report',
  ],
  ['Nobody is quoted.', 'npm test -- test/element/canary test/package/canaries'],
];

/** The claims as a section of BENCHMARKS.md. */
export function claimsText() {
  const rows = claims.map(([claim, command]) => `| ${claim} | \`${command}\` |`);
  const table = ['| claim | command |', '|---|---|', ...rows].join('\n');
  return `## What we say, and what proves it\n\n${table}`;
}
