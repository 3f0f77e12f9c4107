import { buildProgramme, buildTenant, buildUser } from './testing/factories';
import { testDatabase } from './testing/database';
import {
  closeDatabase,
  connectDatabase,
  query,
  DatabaseUnavailableError,
  inTenant,
  ownerSequelize,
  publicTenants,
  signInCandidates,
  tenantIds,
  TenantScopeError,
  Programme,
  User,
  withoutTenant,
} from './index';

const db = testDatabase();
let ours: string;
let theirs: string;

beforeAll(async () => {
  ours = await buildTenant({ name: 'Naše obec' });
  theirs = await buildTenant({ name: 'Cizí obec' });
});

describe('inTenant', () => {
  it('shows the tenant its own rows and nobody else', async () => {
    const user = await buildUser(ours);
    expect(await inTenant(ours, () => User.findByPk(user.id))).toMatchObject({ id: user.id, tenantId: ours });
    expect(await inTenant(theirs, () => User.findByPk(user.id))).toBeNull();
  });

  it('refuses a row of another tenant', async () => {
    const writing = inTenant(ours, () => User.create({ tenantId: theirs, email: 'x@y.example', name: 'X', roles: [] }));
    await expect(writing).rejects.toThrow(/row-level security/);
  });

  it('takes everything back when the work fails', async () => {
    await expect(
      inTenant(ours, async () => {
        await User.create({ email: 'zmizi@zkusebnov.example', name: 'Zmizí', roles: [] });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await inTenant(ours, () => User.count({ where: { email: 'zmizi@zkusebnov.example' } }))).toBe(0);
  });

  it('joins the transaction around it, and refuses another tenant inside', async () => {
    const transaction = (): Promise<{ id: string }[]> => query('select txid_current()::text as id');
    await inTenant(ours, async () => {
      const outer = await transaction();
      expect(await inTenant(ours, transaction)).toEqual(outer);
      await expect(inTenant(theirs, () => User.count())).rejects.toThrow(TenantScopeError);
    });
  });

  it('does not leave the tenant on a pooled connection', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        inTenant(index % 2 ? ours : theirs, () => User.findAll()).then((users) =>
          users.every(({ tenantId }) => tenantId === (index % 2 ? ours : theirs)),
        ),
      ),
    );
    expect(seen).not.toContain(false);
    const bare = await withoutTenant(() => query('select * from users'));
    expect(bare).toEqual([]);
  });

  it('refuses to read anything outside of a tenant', async () => {
    await expect(User.findAll()).rejects.toThrow(TenantScopeError);
  });

  it('keeps the owner out of a tenant', async () => {
    const owner = ownerSequelize();
    await inTenant(ours, async () => {
      await expect(owner.query('select 1')).rejects.toThrow(TenantScopeError);
    });
    await owner.close();
  });
});

describe('amounts', () => {
  it('come back as exact numbers', async () => {
    const programme = await buildProgramme(ours, { totalAmount: 9_007_199_254_740_991 });
    const read = await inTenant(ours, () => Programme.findByPk(programme.id));
    expect(read?.totalAmount).toBe(9_007_199_254_740_991);
  });

  it('are refused where a number cannot hold them', async () => {
    const programme = await buildProgramme(ours);
    await db.superuser('update programmes set total_amount = 9007199254740993 where id = $1', [programme.id]);
    await expect(inTenant(ours, () => Programme.findByPk(programme.id))).rejects.toThrow('9007199254740993');
    await db.superuser('update programmes set total_amount = 1 where id = $1', [programme.id]);
  });

  it('an older reading cannot overwrite a newer one', async () => {
    const programme = await buildProgramme(ours);
    const [first, second] = await inTenant(ours, async () => [
      await Programme.findByPk(programme.id),
      await Programme.findByPk(programme.id),
    ]);
    await inTenant(ours, () => first!.update({ area: 'Sport' }));
    await expect(inTenant(ours, () => second!.update({ area: 'Školství' }))).rejects.toMatchObject({
      name: 'SequelizeOptimisticLockError',
    });
  });
});

describe('before a tenant is known', () => {
  it('people are found by e-mail in any case of letters, tenants by the public', async () => {
    const user = await buildUser(ours, { email: 'jana@zkusebnov.example' });
    await buildUser(theirs, { email: 'jana@zkusebnov.example', active: false });
    const found = await signInCandidates('Jana@Zkusebnov.example', null);
    expect(found.map(({ userId, tenantName }) => [userId, tenantName])).toEqual([[user.id, 'Naše obec']]);
    expect(await signInCandidates('jana@zkusebnov.example', 'jina-obec')).toEqual([]);
    const platform = await buildTenant({ kind: 'platform' });
    expect((await publicTenants()).map(({ name }) => name)).toEqual(['Cizí obec', 'Naše obec']);
    expect(await tenantIds()).toEqual(expect.arrayContaining([ours, theirs, platform]));
  });
});

describe('a lost database', () => {
  it('has an error of its own, and the next work succeeds', async () => {
    const work = inTenant(ours, async () => {
      await db.superuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'postup' and datname = current_database()",
      );
      await User.count();
    });
    await expect(work).rejects.toThrow(DatabaseUnavailableError);
    expect(await inTenant(ours, () => User.count())).toBeGreaterThan(0);
  });

  it('is told when nobody listens', async () => {
    await closeDatabase();
    const url = process.env.DATABASE_URL;
    await jest.isolateModulesAsync(async () => {
      process.env.DATABASE_URL = 'postgres://postup_owner:x@127.0.0.1:1/nowhere';
      const isolated = await import('./index');
      await expect(isolated.connectDatabase()).rejects.toMatchObject({ name: 'DatabaseUnavailableError' });
      await isolated.closeDatabase();
    });
    process.env.DATABASE_URL = url;
    await connectDatabase();
  });
});
