import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EntryView, PairResult } from '../../../processes/banking/views';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { confirmPairs } from './acts';
import { EntryTable } from './EntryTable';
import { Refusals } from './Refusals';

/** Movements that fit a task exactly: one click confirms them all, each completes its task. */
export function OffersTab({ may }: { readonly may: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const read = useRows<EntryView>('bank/entries', { state: 'offered' });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [results, setResults] = useState<readonly PairResult[]>([]);
  const offers = read.data ?? [];
  const chosen = new Set(offers.flatMap(({ id }) => (left.has(id) ? [] : [id])));
  const pairs = offers.flatMap(({ id, taskId }) => (taskId !== null && chosen.has(id) ? [{ entryId: id, taskId }] : []));
  const confirm = (): void => {
    setResults([]);
    void act.run(async (_provider, key) => setResults(await confirmPairs(pairs, key)), pairs);
  };
  const done = results.filter((result) => result.done).length;
  return (
    <Box>
      <Box aria-live="polite">
        {done > 0 && (
          <Alert severity="success" sx={{ mb: 2 }}>
            {translate('postup.bank.confirmed', { smart_count: done })}
          </Alert>
        )}
        <Refusals results={results} />
      </Box>
      <Loaded read={read}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState text="postup.bank.noOffers" />
          ) : (
            <>
              <EntryTable
                entries={entries}
                {...(may && {
                  chosen,
                  onChoose: (next: ReadonlySet<string>) => setLeft(new Set(entries.flatMap(({ id }) => (next.has(id) ? [] : [id])))),
                })}
              />
              {may && (
                <Box sx={{ mt: 2, display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
                  <Button variant="contained" disabled={pairs.length === 0 || act.busy} onClick={confirm}>
                    {translate('postup.bank.confirm', { smart_count: pairs.length })}
                  </Button>
                  <Typography variant="body2" color="text.secondary">
                    {translate('postup.bank.confirmHint')}
                  </Typography>
                </Box>
              )}
            </>
          )
        }
      </Loaded>
    </Box>
  );
}
