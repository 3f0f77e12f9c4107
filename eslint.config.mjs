import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**'];
const faces = ['admin/src/**/*.{ts,tsx}', 'portal/src/**/*.{ts,tsx}'];

/** What runs in Temporal's sandbox, and what the sandbox bundles with it. */
const deterministic = ['workflows/**/*.ts', 'processes/**/*.ts'];

/** Beside the definitions, but for the browsers only: what reads forms by a library that no workflow may touch, and what saves them as they are typed. */
const browsersOnly = ['processes/formFaults.ts', 'processes/drafts/*.ts'];

/** In a workflow a promise nobody waits for is a step that may never happen; in the api, an error nobody hears of. */
const promises = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
};

export default defineConfig(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '**/.data*/**', 'coverage/**', 'workflows/histories/**'],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...promises,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true }],

      // Allowed, because the stricter way reads worse and catches nothing here.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      // Names, codes and numbers that we take apart are not made of emojis.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The static fields of a Sequelize model are declared, never built by its constructor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Slow, and they find nothing here that the compiler lets through.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-deprecated': 'off',

      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.{cjs,mjs,js}'],
    languageOptions: { globals: globals.node },
  },
  {
    // What a person runs in a terminal speaks to that person; everything else logs.
    files: ['scripts/**/*.ts', 'bench/**/*.ts', 'workers/start/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: faces,
    plugins: { 'react-hooks': reactHooks },
    rules: {
      // The plugin's other rules prepare for a compiler that we do not use.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // React takes async handlers; an error in one ends in the boundary or in the notification of the data provider.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    // Here a flag is often changed by a handler while the code waits, which the compiler's narrowing does not see.
    files: ['workflows/**/*.ts', 'workers/**/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    files: deterministic,
    ignores: [...tests, ...browsersOnly],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.{1,2}(/|$)|luxon$|@temporalio/(workflow|common)$)',
              message:
                'A workflow may import processes, its own files, @temporalio/workflow, @temporalio/common and luxon: everything else may differ on replay.',
            },
            {
              regex: '/activities(/|$)',
              allowTypeImports: true,
              message: 'Only the types of activities: the call goes through proxyActivities.',
            },
            {
              regex: '/(models|api|workers|scripts|admin|portal|formFaults|drafts)(/|$)',
              allowTypeImports: false,
              message: 'A workflow knows nothing of the database, the api or the hosts: it asks an activity.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'The sandbox has no process; settings come with the start of the case.' },
        { name: 'require', message: 'Import at the top; a bundle has no require.' },
        { name: 'module', message: 'A bundle has no module.' },
        { name: 'Buffer', message: 'Not in the sandbox.' },
        { name: 'fetch', message: 'The world is touched by activities.' },
        { name: 'crypto', message: 'Not replayed: use uuid4() of @temporalio/workflow, or an activity.' },
        { name: 'performance', message: 'Not replayed: use Date, which the sandbox replaces.' },
        { name: 'setInterval', message: 'Use sleep() in a loop, so that the scope can cancel it.' },
        { name: 'setTimeout', message: 'Use sleep() or condition() with a timeout: they are timers of the case.' },
        { name: 'setImmediate', message: 'Not a timer of the case.' },
        { name: 'queueMicrotask', message: 'Not a waiting point of the case.' },
        { name: 'WeakRef', message: 'Garbage collection is not replayed.' },
        { name: 'FinalizationRegistry', message: 'Garbage collection is not replayed.' },
      ],
      'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'Import at the top: the bundle is made once.' }],
    },
  },
  {
    // The kernel races an act against its cancelling, and knows what becomes of the loser; a procedure has c.wait.
    files: ['workflows/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'Import at the top: the bundle is made once.' },
        {
          selector: "CallExpression[callee.object.name='Promise'][callee.property.name='race']",
          message: 'Promise.race leaves its losers running: say it with c.wait or c.task.',
        },
      ],
    },
  },
  {
    // Definitions are read by browsers and by replays: what day it is comes in as an argument.
    files: ['processes/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass the time in.' },
        { object: 'Math', property: 'random', message: 'A definition gives the same answer twice.' },
        { object: 'DateTime', property: 'now', message: 'Pass the time in.' },
        { object: 'DateTime', property: 'local', message: 'Name the zone: Europe/Prague.' },
      ],
    },
  },
  {
    files: tests,
    rules: {
      // expect(x.method) and expect.any(...) are Jest's way; the body of a response is looked at by the test itself.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
);
