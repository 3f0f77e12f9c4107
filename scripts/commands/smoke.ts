import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { environment } from '../../models/environment';
import { roleNames, type Role } from '../../processes/roles';
import { demoAccounts, TOWN } from '../demo/accounts';
import type { Account } from '../http/people';
import { localUrl } from '../localUrl';
import { CommandError, sentenceOf, wantsJson } from '../output';
import { smokeGrant } from '../smoke/grant';
import { SmokeRun } from '../smoke/steps';
import { say } from '../words';

interface SmokeOptions {
  readonly url?: string;
  readonly accounts?: string;
}

type Smoke = (run: SmokeRun, url: string, accounts: readonly Account[]) => Promise<void>;

const smokes: Readonly<Record<string, Smoke>> = { grant: smokeGrant };

const accountsSchema = z.array(
  z.object({
    tenant: z.string(),
    email: z.string(),
    password: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roleNames as [Role, ...Role[]])),
  }),
);

function accountsOf(options: SmokeOptions): Account[] {
  const { accounts: file } = options;
  if (file !== undefined) {
    try {
      return accountsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : sentenceOf(error);
      throw new CommandError(
        say(
          `Soubor ${file} nelze použít (${why}). Čeká se JSON: [{ "tenant", "email", "password", "name", "roles" }].`,
          `The file ${file} cannot be used (${why}). Expected JSON: [{ "tenant", "email", "password", "name", "roles" }].`,
        ),
      );
    }
  }
  return demoAccounts(environment().dataDir).filter(({ tenant }) => tenant === TOWN);
}

async function runSmoke(processId: string, options: SmokeOptions, command: Command): Promise<void> {
  const chosen = processId === 'all' ? Object.entries(smokes) : Object.entries(smokes).filter(([id]) => id === processId);
  if (chosen.length === 0) {
    const known = Object.keys(smokes).join(', ');
    throw new CommandError(
      say(`Proces ${processId} zkušební běh nemá; mají jej: ${known}.`, `The process ${processId} has no smoke run; these have: ${known}.`),
    );
  }
  const json = wantsJson(command);
  const url = (options.url ?? localUrl()).replace(/\/+$/, '');
  const accounts = accountsOf(options);
  const results: Record<string, unknown> = {};
  let held = true;
  for (const [id, smoke] of chosen) {
    const run = new SmokeRun((step) => {
      if (!json)
        console.log(
          `${step.ok ? '  ✓' : '  ✗'} ${String(step.milliseconds).padStart(6)} ms  ${step.name}${step.detail === '' ? '' : `: ${step.detail}`}`,
        );
    });
    const began = performance.now();
    let error: string | null = null;
    try {
      await smoke(run, url, accounts);
    } catch (reason) {
      held = false;
      error = sentenceOf(reason);
    }
    const milliseconds = Math.round(performance.now() - began);
    results[id] = { ok: error === null, error, milliseconds, steps: run.steps };
    if (!json) {
      const seconds = (milliseconds / 1000).toFixed(1);
      console.log(
        error === null
          ? say(`${id}: prošlo celé za ${seconds} s`, `${id}: passed in ${seconds} s`)
          : say(`${id}: nedošlo do konce: ${error}`, `${id}: fell short: ${error}`),
      );
    }
  }
  if (json) console.log(JSON.stringify({ url, results }, null, 2));
  if (!held) process.exitCode = 1;
}

export function addSmokeCommands(program: Command): void {
  program
    .command('smoke')
    .argument('<process>', say('grant, nebo all', 'grant, or all'))
    .description(
      say(
        'provede jeden spis celým procesem na běžícím systému, jako by to dělali lidé',
        'takes one case through the whole process on a running system, as people would',
      ),
    )
    .option(
      '--url <url>',
      say('adresa systému (jinak ten, který běží nad DATA_DIR)', 'address of the system (otherwise the one running on DATA_DIR)'),
    )
    .option(
      '--accounts <file>',
      say('účty jednoho úřadu v JSON (jinak ukázkové)', 'accounts of one tenant as JSON (otherwise the demo ones)'),
    )
    .action(runSmoke);
}
