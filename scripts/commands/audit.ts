import type { Command } from 'commander';
import { Case, inTenant, verifyChains, type Verification } from '../../models/index';
import { words, type Words } from '../../processes/words';
import { report } from '../output';
import { allTenants, tenantBySlug, withDatabase, type KnownTenant } from '../tenants';
import { say, text } from '../words';

type FirstBad = NonNullable<Verification['firstBad']>;

const WHY: Readonly<Record<FirstBad['why'], Words>> = {
  altered: words('obsah řádku není ten, který byl zapsán', 'the row’s content is not what was written'),
  removed: words('před ním řádek chybí', 'a row before it is missing'),
  outOfChain: words(
    'nenavazuje na řádek před ním (vložený, přehozený, nebo přepsaný)',
    'does not follow the row before (inserted, reordered or rebuilt)',
  ),
  endCutOff: words('řetěz končí jinde, než kde končil', 'the chain ends elsewhere than it did'),
  notAsSealed: words('neodpovídá denní pečeti', 'is not as the day’s seal says'),
  sealAltered: words('pečeť byla změněna', 'the seal was altered'),
  sealRemoved: words('pečeti na konci chybějí', 'seals at the end are missing'),
};

interface Verified extends Verification {
  readonly tenant: string;
  /** Number of the case whose chain does not fit; null where it is the tenant's own chain. */
  readonly caseNumber?: string | null;
}

async function verify(tenant: KnownTenant): Promise<Verified> {
  const result = await verifyChains({ tenantId: tenant.id });
  const { firstBad } = result;
  if (!firstBad) return { tenant: tenant.slug, ...result };
  const bad = await inTenant(tenant.id, () => Case.findByPk(firstBad.chainId));
  return { tenant: tenant.slug, ...result, caseNumber: bad?.number ?? null };
}

function line({ tenant, ok, chains, events, seals, firstBad, caseNumber }: Verified): string {
  if (ok || !firstBad)
    return say(
      `${tenant}: v pořádku (řetězů ${chains}, záznamů ${events}, pečetí ${seals})`,
      `${tenant}: whole (${chains} chains, ${events} rows, ${seals} seals)`,
    );
  const where = firstBad.day ?? caseNumber ?? firstBad.chainId;
  return say(
    `${tenant}: NESOUHLASÍ ${where}, řádek ${firstBad.seq}: ${text(WHY[firstBad.why])}`,
    `${tenant}: DOES NOT FIT ${where}, row ${firstBad.seq}: ${text(WHY[firstBad.why])}`,
  );
}

export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description(say('záznam o všem, co se stalo', 'the record of all that happened'));
  audit
    .command('verify')
    .description(
      say('ověří řetězy záznamů; kód 1 a první řádek, který nesouhlasí', 'verifies the chains; code 1 and the first row that does not fit'),
    )
    .option('--tenant <slug>', say('jen jeden úřad', 'one tenant only'))
    .action(async ({ tenant }: { tenant?: string }, command: Command) => {
      const results = await withDatabase(async () => {
        const tenants = tenant === undefined ? await allTenants() : [await tenantBySlug(tenant)];
        const verified: Verified[] = [];
        for (const one of tenants) verified.push(await verify(one));
        return verified;
      });
      const ok = results.every((result) => result.ok);
      report(
        command,
        { ok, tenants: results },
        results.length === 0 ? [say('Není co ověřovat.', 'Nothing to verify.')] : results.map(line),
      );
      if (!ok) process.exitCode = 1;
    });
}
