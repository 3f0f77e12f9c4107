import { actions, allows, policy, resources, type Action, type Resource } from '../processes/policy';
import { roleNames, type Role } from '../processes/roles';
import { routes } from './routes';

const letters: Readonly<Record<string, Action>> = {
  L: 'list',
  S: 'show',
  X: 'export',
  C: 'create',
  E: 'edit',
  D: 'delete',
  A: 'act',
  K: 'claim',
  R: 'reassign',
  P: 'publish',
  U: 'suspend',
  T: 'retry',
  V: 'verify',
};

const columns: readonly Role[] = [
  'applicant',
  'grantOfficer',
  'evaluator',
  'councilSecretary',
  'accountant',
  'inspector',
  'auditor',
  'tenantAdmin',
  'platformAdmin',
];

/** Written by hand, not read from the policy: what the office agreed on. A dot is nothing at all. */
const agreed = `
  resource      applicant officer evaluator secretary accountant inspector auditor admin  platform
  tasks         LSA       LSXAKR  LSAK      LSXAK     LSXAK      LSXAK     LSX     LSXR   .
  cases         LSA       LSXU    LS        LSX       LSX        LSXCU     LSX     LSX    .
  exportChoices .         LCED    .         LCED      LCED       LCED      L       LCED   .
  documents     LSC       LSXC    LS        LSXC      LSXC       LSXC      LSX     .      .
  letters       LS        LSX     .         LSX       LSX        LSX       LSX     .      .
  comments      .         LC      LC        LC        LC         LC        L       .      .
  bulkActs      .         LSXC    .         LSXC      LSX        .         LSX     LSX    .
  programmes    .         LSXCEP  .         LS        LS         LS        LSX     LSX    .
  funds         .         LSXCED  .         LS        LS         .         LSX     LSX    .
  applicants    .         LSX     .         .         LSX        .         LSX     .      .
  incidents     .         LSXT    .         .         .          LSXT      LSX     LSXT   .
  events        L         L       .         L         L          L         LSXV    LSV    .
  users         .         .       .         .         .          .         LSX     LSXCE  .
  substitutions .         .       .         .         .          .         LSX     LSXCE  .
  tenant        .         .       .         .         .          .         S       SE     .
  tenants       .         .       .         .         .          .         .       .      LSXCE
  evaluations   .         LSXE    A         LSX       LSX        .         LSX     LSX    .
  evaluatorGroups .       LSXCED  .         LS        .          .         LSX     LSX    .
  drafts        LSCED     .       .         .         .          .         .       .      .
  identities    LSCED     .       .         .         .          .         .       .      .
  map           .         S       S         S         S          S         S       S      .
  reports       .         LSX     .         .         LSX        .         LSX     LSX    .
  bank          .         .       .         .         LSXCA      .         LSX     .      .
  bankAccounts  .         L       .         .         LSX        .         LSX     LSXCE  .
  officersSection .       LSXCE   .         LS        LS         .         LSX     LS     .
  labels        .         LSXCE   .         LS        LS         .         LSX     LSXCE  .
  deMinimis     .         LSXCE   .         LS        LSX        .         LSX     LSX    .
  inspections   .         LSXCED  .         LS        LS         LS        LSX     .      .
  calendar      .         LSXE    .         LS        .          .         LSX     LSX    .
  publicSettlements .     LSEP    .         LS        LS         LS        LSX     .      .
`;

const rows = agreed
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.trim().split(/\s+/));

const cells = rows.flatMap(([resource, ...cell]) =>
  columns.map((role, index) => [role, resource as Resource, cell[index] === '.' ? '' : (cell[index] ?? '?')] as const),
);

describe('the policy table', () => {
  it('speaks of every role and every resource', () => {
    expect([...columns].sort()).toEqual([...roleNames].sort());
    expect(rows.map(([resource]) => resource).sort()).toEqual([...resources].sort());
  });

  it.each(cells)('lets %s do with %s: %s', (role, resource, allowed) => {
    const expected = [...allowed].map((letter) => letters[letter]).sort();
    expect(actions.filter((action) => allows([role], resource, action)).sort()).toEqual(expected);
  });

  it('adds up over the roles of one person, and gives nothing without a role', () => {
    expect(allows(['evaluator', 'tenantAdmin'], 'users', 'edit')).toBe(true);
    expect(allows([], 'tasks', 'list')).toBe(false);
  });

  it('lets the auditor read everything that an office has, and change nothing', () => {
    const granted = new Set(Object.values(policy.auditor).flat());
    expect([...granted].sort()).toEqual(['export', 'list', 'show', 'verify']);
  });

  it('is asked by every writing route that is not one’s own account, or the route says itself who may', () => {
    const own = /^\/api\/(session|sessions|registrations|password|password-resets|me)(\/|$)/;
    const unasked = routes
      .filter(({ method, auth, may, path }) => method !== 'get' && auth === 'session' && may === undefined && !own.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(unasked).toEqual([]);
  });
});
