import { writeFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Command } from 'commander';
import { environment } from '../../models/environment';
import { report } from '../output';
import { say } from '../words';

/** The history of a case as Temporal keeps it: for replay against other versions of the code, and for who wants to look inside. It holds ids and small values only. */
export function addHistoryCommands(program: Command): void {
  program
    .command('history')
    .description(say('běh spisu v serveru Temporal', 'the run of a case in Temporal'))
    .command('export <case>')
    .description(say('zapíše historii spisu (jeho id) do souboru JSON', 'writes the history of a case (its id) to a JSON file'))
    .requiredOption('--out <file>', say('kam', 'where to'))
    .action(async (caseId: string, { out }: { out: string }, command: Command) => {
      const { temporalAddress: address, temporalNamespace: namespace } = environment();
      const connection = await Connection.connect({ address });
      try {
        const history = await new Client({ connection, namespace }).workflow.getHandle(caseId).fetchHistory();
        await writeFile(out, `${historyToJSON(history)}\n`);
        const events = history.events?.length ?? 0;
        report(command, { case: caseId, events, file: out }, [say(`${out}: událostí ${events}`, `${out}: ${events} events`)]);
      } finally {
        await connection.close();
      }
    });
}
