/** The command line as an operator meets it: a process, its output, its exit code; on a real database. */
import { spawnSync } from 'node:child_process';
import { testDatabase } from '../models/testing/database';
import { nodeArguments, ROOT } from '../workers/start/program';

const database = testDatabase();

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Variables beside the usual ones. */
let more: Record<string, string> = {};

function postup(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, nodeArguments('scripts/postup.ts', args), {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...more },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('postup', () => {
  it('helps, also with a single command', () => {
    expect(postup('--help').out).toContain('tenant');
    const help = postup('user', 'create', '--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain('--roles');
    expect(help.out).not.toMatch(/Usage|Options|choices|default/);
    expect(postup('tenant', 'create', '--help').out).toContain('Použití: postup tenant create [volby]');
  });

  it.each([
    [['nonsense'], 'Příkaz nonsense tu není.'],
    [['tenant', 'create', '--slug', 'x'], 'Chybí volba --name <name>.'],
    [['tenant', 'create', '--slug'], 'Volba --slug <slug> chce hodnotu.'],
    [['tenant', 'create', '--kind', 'kraj'], 'Hodnota kraj volby --kind <kind> není přípustná.'],
    [['audit', 'verify', '--slow'], 'Volba --slow tu není.'],
    [['smoke'], 'Chybí argument <process>.'],
    [['tenant', 'list', 'more'], 'Argumentů je víc, než příkaz bere.'],
  ])('says of %j what is wrong with it', (args, sentence) => {
    const { code, err } = postup(...args);
    expect(code).toBe(2);
    expect(err.trim()).toBe(`${sentence} Nápověda: --help`);
  });

  it('refuses a nameless tenant and person, and what is no IČO', () => {
    expect(postup('tenant', 'create', '--slug', 'bezejmena', '--name', ' ').err.trim()).toBe('Úřední název chybí.');
    expect(postup('tenant', 'create', '--slug', 'kratka', '--name', 'X').err.trim()).toBe(
      'Úřední název X je příliš krátký, má mít nejméně 2 znaky.',
    );
    expect(postup('tenant', 'create', '--slug', 'ico', '--name', 'Obec', '--ico', '12').err.trim()).toBe('12 není IČO (8 číslic).');
    const nobody = postup('user', 'create', '--tenant', 'x', '--email', 'x@zkouska.example', '--name', ' ', '--roles', 'auditor');
    expect(nobody.err.trim()).toBe('Jméno chybí.');
  });

  it('tells a wrong question from a failed one by its exit code', () => {
    expect(postup('nonsense').code).toBe(2);
    expect(postup('tenant', 'create', '--slug', 'x').code).toBe(2);
  });

  it('migrates, and finds nothing to do the second time', () => {
    const { code, out } = postup('--json', 'migrate');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ applied: [] });
  });

  it('makes a tenant once, and says in a sentence that it is there already', () => {
    const first = postup('--json', 'tenant', 'create', '--slug', 'zkouska', '--name', 'Obec Zkouška');
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({ slug: 'zkouska', kind: 'municipality' });
    const second = postup('tenant', 'create', '--slug', 'zkouska', '--name', 'Obec Zkouška');
    expect(second.code).toBe(1);
    expect(second.err.trim()).toBe('Úřad se značkou zkouska už existuje.');
  });

  it('adds a person with a password for the first sign-in, and refuses unknown roles and tenants', () => {
    const added = postup(
      '--json',
      'user',
      'create',
      '--tenant',
      'zkouska',
      '--email',
      'Spravce@zkouska.example',
      '--name',
      'Správce',
      '--roles',
      'tenantAdmin,auditor',
    );
    expect(added.code).toBe(0);
    const { email, password, roles } = JSON.parse(added.out);
    expect(email).toBe('spravce@zkouska.example');
    expect(password.length).toBeGreaterThanOrEqual(10);
    expect(roles).toEqual(['tenantAdmin', 'auditor']);

    const wrongRole = postup('user', 'create', '--tenant', 'zkouska', '--email', 'a@b.example', '--name', 'A', '--roles', 'king');
    expect(wrongRole.code).toBe(1);
    expect(wrongRole.err).toContain('Neznámá role: king');
    const wrongTenant = postup('user', 'create', '--tenant', 'jinde', '--email', 'a@b.example', '--name', 'A', '--roles', 'auditor');
    expect(wrongTenant.code).toBe(1);
    expect(wrongTenant.err).toContain('zkouska');
    const again = postup(
      'user',
      'create',
      '--tenant',
      'zkouska',
      '--email',
      'spravce@zkouska.example',
      '--name',
      'B',
      '--roles',
      'auditor',
    );
    expect(again.code).toBe(1);
    expect(again.err).toContain('už v úřadu zkouska účet má');
  });

  it('verifies the audit trail and names the first row that does not fit', async () => {
    const whole = postup('--json', 'audit', 'verify');
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.out)).toMatchObject({ ok: true, tenants: [{ tenant: 'zkouska', ok: true, events: 2 }] });

    await database.superuser(`update events set what = what || '{"name": "Obec Jiná"}' where type = 'tenantCreated'`);
    const broken = postup('audit', 'verify', '--tenant', 'zkouska');
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/zkouska: NESOUHLASÍ .*řádek 1: obsah řádku není ten, který byl zapsán/);
  });

  it('has no demo accounts where there is no demo, nor where it is turned off', () => {
    const none = postup('demo', 'accounts');
    expect(none.code).toBe(1);
    expect(none.err).toContain('demo load');
    more = { DEMO: 'off' };
    const off = postup('demo', 'load');
    more = {};
    expect(off.code).toBe(1);
    expect(off.err).toContain('DEMO=off');
  });

  it('speaks English where it is asked to', () => {
    more = { POSTUP_LANG: 'en' };
    const unknown = postup('audit', 'verify', '--tenant', 'nowhere');
    more = {};
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('There is no tenant nowhere');
  });
});
