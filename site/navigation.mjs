/**
 * What the site shows, in the order of its sidebar: the source of each page, relative to the project, and its name there. A file
 * that is no Markdown has a page made of it: the manifest the element's reference, `openapi.json` the API's, any other its text.
 * @type {readonly { readonly text: string, readonly pages: Readonly<Record<string, string>> }[]}
 */
export const navigation = [
  {
    text: 'Start here',
    pages: {
      'docs/first-ten-minutes.md': 'The first ten minutes',
      'README.md': 'Overview',
      'site/pages/live.md': 'Live examples',
    },
  },
  {
    text: 'In your framework',
    pages: {
      'docs/frameworks/plain.md': 'Without a framework',
      'docs/frameworks/vue.md': 'Vue',
      'docs/frameworks/nuxt.md': 'Nuxt',
      'docs/frameworks/react.md': 'React',
      'docs/frameworks/next.md': 'Next.js',
      'docs/frameworks/svelte.md': 'Svelte',
      'docs/frameworks/angular.md': 'Angular',
      'docs/framework-matrix.md': 'What holds in which',
      'docs/editor-support.md': 'Types and editors',
    },
  },
  {
    text: 'The page',
    pages: {
      'custom-elements.json': 'Reference',
      'docs/sources.md': 'Where offers come from',
      'docs/connect-cart.md': 'Two carts that agree',
      'docs/guarantees.md': 'What you can rely on',
      'docs/errors.md': 'Errors of the element',
      'docs/loading-slot.md': 'Before the element is there',
      'docs/recipes/redux.ts': 'Recipe: Redux',
      'docs/recipes/two-step-privacy.ts': 'Recipe: privacy in two steps',
    },
  },
  {
    text: 'How it looks',
    pages: {
      'docs/theming.md': 'Theming',
      'site/pages/every-state.md': 'Gallery',
      'docs/languages.md': 'Languages',
      'docs/accessibility.md': 'Accessibility',
    },
  },
  {
    text: 'Offers of your own',
    pages: {
      'docs/offers-json.md': 'A static file',
      'docs/upsell-service.md': 'The upsell service',
      'docs/catalogue.md': 'Its catalogue',
      'docs/production.md': 'In production',
    },
  },
  {
    text: 'Your server',
    pages: {
      'docs/back-end-flow.md': 'The back-end flow',
      'docs/transaction-client.md': 'The transaction client',
      'openapi.json': 'Reference of the API',
      'docs/service-errors.md': 'Errors of the API',
      'docs/medusa.md': 'A shop on Medusa',
    },
  },
  {
    text: 'Rokt’s SDK+',
    pages: {
      'docs/sdk-plus.md': 'With mParticle’s SDK+',
      'docs/migration.md': 'From glue by hand',
      'docs/not-published.md': 'What Rokt does not publish',
    },
  },
  {
    text: 'Testing',
    pages: {
      'docs/testing.md': 'A scripted launcher',
      'docs/testing-with-a-service.md': 'With a service',
      'docs/rehearse.md': 'Rehearse and report',
      'docs/stand-in.md': 'A stand-in for Rokt',
    },
  },
  {
    text: 'Security',
    pages: {
      'docs/policies.md': 'Security and policies',
      'docs/payment-page.md': 'On a payment page',
      'docs/policy-matrix.md': 'Policy matrix',
      'docs/degrade-matrix.md': 'When an upsell fails',
      'SECURITY.md': 'A weakness',
    },
  },
  {
    text: 'The project',
    pages: {
      'docs/support.md': 'Support and versions',
      'CHANGELOG.md': 'Changelog',
      'BENCHMARKS.md': 'Benchmarks',
      'CONTRIBUTING.md': 'Contributing',
      'ARCHITECTURE.md': 'Architecture',
      'deploy/Dockerfile': 'deploy/Dockerfile',
      'deploy/rokt-upsell.service': 'deploy/rokt-upsell.service',
    },
  },
];

/**
 * Where the pages are that are made of what tools read.
 * @type {Readonly<Record<string, string>>}
 */
const made = { 'custom-elements.json': 'reference', 'openapi.json': 'api' };

/** What begins the site. */
export const home = 'site/pages/index.md';

/** Every page's source, in order. */
export const sources = [home, ...navigation.flatMap(({ pages }) => Object.keys(pages))];

/**
 * Where a page is on the site, without its ending: `docs/frameworks/vue.md` at `frameworks/vue`.
 * @param {string} source
 */
export function addressOf(source) {
  if (source in made) return made[source];
  return source
    .replace(/^(docs|site\/pages)\//, '')
    .replace(/\.(md|ts)$/, '')
    .toLowerCase();
}
