import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { bankStepNames } from '../../../processes/banking/bankSteps';
import type { EntryView, PairResult } from '../../../processes/banking/views';
import type { TaskView } from '../../../processes/views';
import { useOne } from '../api/reads';
import { useAct } from '../api/useAct';
import { formatDate } from '../shared/dates';
import { ReasonDialog } from '../shared/ReasonDialog';
import { confirmAtTask } from './acts';
import { movedAmount } from './EntryTable';
import { Refusals } from './Refusals';

interface Movements {
  readonly id: string;
  readonly entries: readonly EntryView[];
}

interface TaskMovementsProps {
  readonly task: TaskView;
  readonly onDone: () => void;
}

function Movement({ entry, children }: { readonly entry: EntryView; readonly children: React.ReactNode }) {
  const translate = useTranslate();
  const said = [
    entry.counterName,
    entry.counterAccount,
    entry.why === null ? null : translate(`postup.bank.whys.${entry.why}`),
    entry.state === 'setAside' ? translate('postup.bank.states.setAside') : null,
    entry.reason,
  ];
  return (
    <Box component="li" sx={{ mb: 1 }}>
      <Typography variant="body2">
        {formatDate(entry.date)}, {movedAmount(entry)}
      </Typography>
      {said.map(
        (line) =>
          line !== null && (
            <Typography key={line} variant="caption" color="text.secondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
              {line}
            </Typography>
          ),
      )}
      {children}
    </Box>
  );
}

/** Movements of the account at the task of money that waits for them: what fits is confirmed by one click, what does not with a reason. */
export function TaskMovements({ task, onDone }: TaskMovementsProps) {
  const translate = useTranslate();
  const act = useAct();
  const [writing, setWriting] = useState<EntryView | null>(null);
  const [results, setResults] = useState<readonly PairResult[]>([]);
  // Who may not see the bank gets no answer, and the step looks as ever.
  const read = useOne<Movements>('taskMovements', bankStepNames.includes(task.step) ? task.id : null, { fresh: true });
  const entries = read.data?.entries ?? [];
  if (entries.length === 0) return null;
  const confirm = async (entry: EntryView, reason: string | null): Promise<boolean> => {
    const answers: PairResult[] = [];
    const sent = await act.run(
      async (_provider, key) => {
        answers.push(...(await confirmAtTask(task.id, [entry.id], reason, key)));
        setResults(answers);
      },
      [task.id, entry.id, reason],
    );
    const done = sent && answers.every((one) => one.done);
    if (done) onDone();
    return done;
  };
  const waits = ({ state }: EntryView): boolean => state === 'offered' || state === 'waiting';
  return (
    <Box component="section" aria-label={translate('postup.bank.atTask.title')} sx={{ my: 1 }}>
      <Typography variant="subtitle2" component="h3">
        {translate('postup.bank.atTask.title')}
      </Typography>
      <Box aria-live="polite">
        <Refusals results={results} />
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {entries.map((entry) => (
          <Movement key={entry.id} entry={entry}>
            {task.mayAct && waits(entry) && entry.duplicateOf === null && (
              <Button
                size="small"
                variant={entry.state === 'offered' ? 'contained' : 'outlined'}
                disabled={act.busy}
                onClick={() => (entry.state === 'offered' ? void confirm(entry, null) : setWriting(entry))}
              >
                {translate(entry.state === 'offered' ? 'postup.bank.atTask.confirm' : 'postup.bank.atTask.confirmAnyway')}
              </Button>
            )}
          </Movement>
        ))}
      </Box>
      {writing !== null && (
        <ReasonDialog
          title="postup.bank.atTask.confirmAnyway"
          hint="postup.bank.atTask.anywayHint"
          confirm="postup.bank.atTask.confirmAnyway"
          keptAs={`bankAtTask.${writing.id}`}
          busy={act.busy}
          onClose={() => setWriting(null)}
          onConfirm={(reason) => confirm(writing, reason)}
        />
      )}
    </Box>
  );
}
