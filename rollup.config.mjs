import { isAbsolute } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { clientModules } from './tools/rollup/client-modules.mjs';
import { compiledSource } from './tools/rollup/compiled-source.mjs';
import { licenceBanner, licences } from './tools/rollup/licences.mjs';
import { shortNames } from './tools/rollup/short-names.mjs';
import { withoutCssTag } from './tools/rollup/without-css-tag.mjs';
import { withoutOffers } from './tools/rollup/without-offers.mjs';

/** Languages beyond English, a file each. */
const languages = ['de', 'fr', 'es', 'ja', 'ar'];

/** What package.json exports: modules of src/ with a file of the same name in dist/. */
const entries = [
  'index',
  'server-component',
  'element/index',
  'cart/index',
  'offers/index',
  'offers/messages/add-messages',
  ...languages.map((language) => `offers/messages/${language}`),
  'testing/index',
  'react/index',
  'client/index',
];

/** The files for a script tag: each contains everything that it needs. */
const scripts = [
  { file: 'rokt-upsell.js', input: './build/define.js', plugins: [withoutOffers(), withoutCssTag()] },
  { file: 'rokt-upsell-offers.js', input: './build/define.js', plugins: [withoutCssTag()] },
  { file: 'cart.js', input: './build/cart/connect-cart.js', plugins: [] },
  { file: 'check-contrast.js', input: './build/offers/contrast/check-contrast.js', plugins: [] },
  { file: 'messages.js', input: './build/offers/messages/add-messages.js', plugins: [] },
  ...languages.map((language) => ({
    file: `messages-${language}.js`,
    input: `./build/offers/messages/${language}.js`,
    plugins: [],
  })),
];

/** A warning is a defect; only TypeScript's harmless `this` at the top of a module is let through. */
function onwarn(/** @type {import('rollup').RollupLog} */ warning) {
  if (warning.code !== 'THIS_IS_UNDEFINED') throw new Error(`${warning.code}: ${warning.message}`);
}

const ofClient = clientModules();

/** @type {import('rollup').RollupOptions} */
const modules = {
  input: Object.fromEntries(entries.map((entry) => [entry, `./build/${entry}.js`])),
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  plugins: [compiledSource(), ofClient.plugin],
  onwarn,
  output: {
    dir: 'dist',
    format: 'es',
    sourcemap: true,
    preserveModules: true,
    preserveModulesRoot: 'build',
    banner: ofClient.banner,
  },
};

/**
 * What package.json says about side effects is about dist/, not about build/.
 * @returns {import('rollup').RollupOptions}
 */
function script(/** @type {(typeof scripts)[number]} */ { file, input, plugins }) {
  return {
    input,
    plugins: [
      ...plugins,
      compiledSource(),
      clientModules().plugin,
      nodeResolve({ exportConditions: ['production', 'browser'], ignoreSideEffectsForRoot: true }),
      minifyTemplateLiterals({ include: ['build/**/*.js'] }),
      shortNames(),
      terser({
        ecma: 2022,
        module: true,
        compress: {
          passes: 3,
          keep_fargs: false,
          inline: 1,
          hoist_funs: true,
          pure_getters: true,
          lhs_constants: false,
          arrows: false,
        },
        // By this prefix Lit marks what is its own, and all of it is in the file.
        mangle: { properties: { regex: /^_\$/ } },
        format: { comments: /^!/ },
      }),
      licences(),
    ],
    onwarn,
    output: {
      dir: 'dist/script',
      entryFileNames: file,
      format: 'es',
      sourcemap: true,
      inlineDynamicImports: true,
      banner: licenceBanner,
    },
  };
}

/** How scripts that the upsell service serves are bundled. */
const served = () => [
  compiledSource(),
  nodeResolve({ exportConditions: ['production', 'browser'], ignoreSideEffectsForRoot: true }),
  minifyTemplateLiterals({ include: ['build/**/*.js'] }),
  terser({ ecma: 2022, format: { comments: /^!/ } }),
  licences(),
];

/**
 * The stand-in's scripts, which the upsell service serves: classic ones, as Rokt's is.
 * @returns {import('rollup').RollupOptions}
 */
function standIn(/** @type {string} */ name) {
  return {
    input: `./build/standin/${name}.js`,
    plugins: served(),
    onwarn,
    output: {
      dir: 'dist/standin',
      entryFileNames: `${name}.js`,
      format: 'iife',
      banner: licenceBanner,
    },
  };
}

/**
 * The console that the upsell service has with --dev.
 * @type {import('rollup').RollupOptions}
 */
const devConsole = {
  input: './build/console/console.js',
  plugins: served(),
  onwarn,
  output: { dir: 'dist/console', entryFileNames: 'console.js', format: 'es', banner: licenceBanner },
};

export default [modules, ...scripts.map(script), standIn('launcher'), standIn('frame'), devConsole];
