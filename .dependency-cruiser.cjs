/**
 * The arrows of the house: who may import whom. Each folder names what it may reach; everything else is an error.
 * Tests may reach anywhere (a workflow's test starts a worker), but they too must not make circles.
 */

const TEST = '\\.test\\.tsx?$|/testing/';
const OUR = '^(processes|documents|workflows|activities|workers|models|api|scripts|bench|e2e|admin|portal)/';

/** One folder's arrows: it may import itself and `may` of our folders, nothing else of ours. */
const arrow = (folder, may, comment) => ({
  name: `${folder.replace('/', '-')}-reaches-too-far`,
  severity: 'error',
  comment,
  from: { path: `^${folder}/`, pathNot: TEST },
  to: { path: OUR, pathNot: [`^${folder}/`, ...may] },
});

/** One folder's packages: besides our own folders it may import only these. */
const packages = (folder, allowed, comment) => ({
  name: `${folder}-foreign-package`,
  severity: 'error',
  comment,
  from: { path: `^${folder}/`, pathNot: TEST },
  to: { pathNot: [OUR, ...allowed.map((name) => `^node_modules/${name}/`)] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one thing, or miss a third. Circles of types alone are no harm.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-found',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'undeclared-package',
      severity: 'error',
      comment: 'Used, but not in package.json: it is there by chance only.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },

    arrow('processes', [], 'Definitions are pure values that everybody reads, browsers included.'),
    packages(
      'processes',
      ['luxon', '@types/luxon', '@cfworker/json-schema'],
      'A definition does no I/O; dates come from luxon, forms are checked by an interpreting reader.',
    ),

    arrow('workflows', ['^processes/', '^activities/'], 'A workflow touches the world through activities only.'),
    {
      name: 'workflows-activities-by-type',
      severity: 'error',
      comment: 'The call goes through proxyActivities; the code of an activity must not get into the bundle.',
      from: { path: '^workflows/', pathNot: TEST },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    packages(
      'workflows',
      ['@temporalio/(workflow|common)', 'luxon', '@types/luxon'],
      'Anything else could behave differently when a history is replayed.',
    ),

    arrow(
      'activities',
      ['^processes/', '^documents/', '^models/', '^workflows/messages'],
      'An activity writes and reads; it does not know the api nor the host it runs in.',
    ),
    arrow('documents', ['^processes/'], 'A file is made of facts and read into facts: bytes in, bytes out, no database.'),
    arrow('models', ['^processes/'], 'The database is the bottom: it knows the words of the processes, nothing above.'),
    arrow(
      'api',
      ['^processes/', '^documents/', '^models/', '^workflows/messages'],
      'The api talks to a case through the Temporal client, so it needs the contract of the messages and nothing more.',
    ),
    arrow('workers', ['^processes/', '^models/', '^activities/', '^workflows/'], 'A worker runs without the api.'),
    arrow('admin', ['^processes/'], 'The back office reaches the server over HTTP.'),
    arrow('portal', ['^processes/'], 'The portal reaches the server over HTTP.'),
    {
      name: 'nobody-needs-a-script',
      severity: 'error',
      comment: 'What the product needs does not live among tools and measurements.',
      from: { path: OUR, pathNot: ['^(scripts|bench|e2e)/', TEST] },
      to: { path: '^(scripts|bench|e2e)/' },
    },
    {
      name: 'no-test-in-the-product',
      severity: 'error',
      comment: 'Code that runs in a town hall does not import tests or their helpers.',
      from: { path: OUR, pathNot: ['^(bench|e2e|scripts)/', TEST] },
      to: { path: TEST },
    },
    {
      name: 'no-development-package',
      severity: 'error',
      comment: 'An installation without development packages must run.',
      from: { path: '^(processes|documents|workflows|activities|models|api|workers)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(admin|portal)/dist/|^coverage/|^\\.data' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
