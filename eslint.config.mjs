import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { readableRules } from './tools/lint/readable-rules.mjs';
import { roomRules } from './tools/lint/room-rules.mjs';

const typed = ['src/**/*.ts', 'test/**/*.ts'];
const onlyOne = {
  selector: 'MemberExpression[property.name="only"][object.name=/^(describe|context|suite|it|test)$/]',
  message: 'take .only away: the other tests would not run.',
};

const passedOn = { allowThrowingAny: true, allowThrowingUnknown: true };

/** What node:test returns resolves by itself; chai's `equal` is no promise, though a plugin's types say so. */
const noPromises = [
  { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] },
  { from: 'package', package: 'chai', name: 'Equal' },
];

export default defineConfig(
  globalIgnores([
    'build/',
    '**/dist/',
    '**/.angular/',
    '**/.svelte-kit/',
    '**/.next/',
    '**/.nuxt/',
    '**/.output/',
    '**/next-env.d.ts',
    'coverage/',
    'release/',
    'test/types/{plain,frameworks}/',
    'test/react/shop/',
  ]),
  js.configs.recommended,
  readableRules,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What a rest leaves out is named and not used.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // `async` alone is worth it: what a promise function throws, it rejects with.
      '@typescript-eslint/require-await': 'off',
      // What was caught, or the reason of a signal, is passed on as it is.
      '@typescript-eslint/only-throw-error': ['error', passedOn],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', passedOn],
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', '{bench,tools}/**/*.mjs', '*.config.mjs'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 200],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  { files: ['src/sdk/**/*.ts'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },
  { files: ['src/server-component.ts'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },
  {
    files: ['src/{element,offers,testing}/**/*.ts'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      // An interface of the class's name declares its typed events and reactive properties.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
    },
  },
  ...roomRules(),
  {
    files: ['src/model/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'model/ has no clock: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'model/ has no dice: take the id as an argument.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', onlyOne],
      // A test reads what it has just put there, and keeps what it replaces.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: noPromises }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['demo/examples/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    rules: {
      'max-lines': ['error', 200],
      // Angular's components may be a template alone.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    // Also what a bench has a page do.
    files: ['demo/**/*.js', 'test/{support,conformance}/**/*.js', 'bench/browser/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['demo/shops/*/{*.js,src/**/*.js}'],
    languageOptions: { globals: globals.node },
  },
);
