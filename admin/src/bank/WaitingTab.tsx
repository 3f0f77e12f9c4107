import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { DueView, EntryView, PairResult } from '../../../processes/banking/views';
import { formatMoney } from '../../../processes/money';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { ReasonDialog } from '../shared/ReasonDialog';
import { assign, sayDistinct, setAside } from './acts';
import { EntryTable, movedAmount } from './EntryTable';
import { Refusals } from './Refusals';

interface AssignDialogProps {
  readonly entries: readonly EntryView[];
  readonly onClose: () => void;
  readonly onResults: (results: readonly PairResult[]) => void;
}

/** Chosen movements become the payment of a task that a person names. */
function AssignDialog({ entries, onClose, onResults }: AssignDialogProps) {
  const translate = useTranslate();
  const act = useAct();
  const dues = useRows<DueView>('bank/dues', {}).data ?? [];
  const near = entries[0]?.taskId ?? '';
  const [picked, setPicked] = useState<string | null>(null);
  const taskId = picked ?? (dues.some(({ id }) => id === near) ? near : '');
  const ids = entries.map(({ id }) => id);
  return (
    <ReasonDialog
      title="postup.bank.assign"
      hint="postup.bank.assignHint"
      confirm="postup.bank.assign"
      keptAs={`bankAssign.${ids.join('.')}`}
      busy={act.busy}
      ready={taskId !== ''}
      onClose={onClose}
      onConfirm={(reason) => act.run(async (_provider, key) => onResults(await assign(ids, taskId, reason, key)), [ids, taskId, reason])}
    >
      <Box component="ul" sx={{ mt: 0 }}>
        {entries.map((entry) => (
          <li key={entry.id}>
            {movedAmount(entry)} {entry.counterName}
          </li>
        ))}
      </Box>
      <TextField
        select
        fullWidth
        required
        label={translate('postup.bank.task')}
        value={taskId}
        onChange={(event) => setPicked(event.target.value)}
        sx={{ mb: 2 }}
      >
        {dues.map((due) => (
          <MenuItem key={due.id} value={due.id} sx={{ whiteSpace: 'normal' }}>
            {due.caseNumber}, {due.name}: {translate(`postup.bank.kinds.${due.kind}`)} {formatMoney(due.amount)}
          </MenuItem>
        ))}
      </TextField>
    </ReasonDialog>
  );
}

/** Movements that fit nothing exactly, each with why: a person assigns them, or puts them away with a reason. */
export function WaitingTab({ may }: { readonly may: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const read = useRows<EntryView>('bank/entries', { state: 'waiting' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const [putting, setPutting] = useState<string | null>(null);
  const [doubted, setDoubted] = useState<string | null>(null);
  const [results, setResults] = useState<readonly PairResult[]>([]);
  const picked = (read.data ?? []).filter(({ id }) => chosen.has(id));
  return (
    <Box>
      <Box aria-live="polite">
        <Refusals results={results} />
      </Box>
      <Loaded read={read}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState text="postup.bank.noWaiting" />
          ) : (
            <>
              <EntryTable
                entries={entries}
                {...(may && {
                  chosen,
                  onChoose: setChosen,
                  action: (entry: EntryView) => (
                    <>
                      {entry.duplicateOf !== null && (
                        <Button size="small" onClick={() => setDoubted(entry.id)}>
                          {translate('postup.bank.distinct')}
                        </Button>
                      )}
                      <Button size="small" onClick={() => setPutting(entry.id)}>
                        {translate('postup.bank.putAside')}
                      </Button>
                    </>
                  ),
                })}
              />
              {may && (
                <Button sx={{ mt: 2 }} variant="contained" disabled={picked.length === 0} onClick={() => setAssigning(true)}>
                  {translate('postup.bank.assign')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
      {assigning && picked.length > 0 && (
        <AssignDialog
          entries={picked}
          onClose={() => setAssigning(false)}
          onResults={(next) => {
            setResults(next);
            setChosen(new Set());
          }}
        />
      )}
      {doubted !== null && (
        <ReasonDialog
          title="postup.bank.distinct"
          hint="postup.bank.distinctHint"
          confirm="postup.bank.distinct"
          keptAs={`bankDistinct.${doubted}`}
          busy={act.busy}
          onClose={() => setDoubted(null)}
          onConfirm={(reason) => act.run(() => sayDistinct(doubted, reason), [doubted, reason], 'postup.bank.distinctDone')}
        />
      )}
      {putting !== null && (
        <ReasonDialog
          title="postup.bank.putAside"
          hint="postup.bank.asideHint"
          confirm="postup.bank.putAside"
          keptAs={`bankAside.${putting}`}
          busy={act.busy}
          onClose={() => setPutting(null)}
          onConfirm={(reason) => act.run(() => setAside(putting, reason), [putting, reason], 'postup.bank.asideDone')}
        />
      )}
    </Box>
  );
}
