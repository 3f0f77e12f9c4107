import { writeFile } from 'node:fs/promises';
import { Client, Connection, WorkflowNotFoundError, isGrpcServiceError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Command } from 'commander';
import { environment } from '../../models/environment';
import { CommandError, notRunning, report } from '../output';
import { say } from '../words';

/** grpc.io/grpc/core/md_doc_statuscodes.html */
const NOT_FOUND = 5;

function isMissing(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && (error.code as number) === NOT_FOUND);
}

/** The history of a case as Temporal keeps it: for replay against other versions of the code, and for who wants to look inside. It holds ids and small values only. */
export function addHistoryCommands(program: Command): void {
  program
    .command('history')
    .description(say('běh spisu v serveru Temporal', 'the run of a case in Temporal'))
    .command('export <case>')
    .description(say('zapíše historii spisu (jeho id) do souboru JSON', 'writes the history of a case (its id) to a JSON file'))
    .requiredOption('--out <file>', say('kam', 'where to'))
    .action(async (caseId: string, { out }: { out: string }, command: Command) => {
      const { givenTemporalAddress: address, temporalNamespace: namespace, dataDir } = environment();
      if (address === undefined) throw new CommandError(notRunning(dataDir));
      const connection = await Connection.connect({ address });
      try {
        const history = await new Client({ connection, namespace }).workflow
          .getHandle(caseId)
          .fetchHistory()
          .catch((error: unknown) => {
            if (!isMissing(error)) throw error;
            throw new CommandError(say(`Spis ${caseId} v serveru Temporal není.`, `Temporal has no case ${caseId}.`));
          });
        await writeFile(out, `${historyToJSON(history)}\n`);
        const events = history.events?.length ?? 0;
        report(command, { case: caseId, events, file: out }, [say(`${out}: událostí ${events}`, `${out}: ${events} events`)]);
      } finally {
        await connection.close();
      }
    });
}
