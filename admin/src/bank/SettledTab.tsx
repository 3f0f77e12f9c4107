import { Box, Button, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EntryState, EntryView } from '../../../processes/banking/views';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { setAside } from './acts';
import { EntryTable } from './EntryTable';

const STATES = ['matched', 'part', 'setAside'] as const satisfies readonly EntryState[];

/** Movements that are somebody's payment, and those put away; these may come back. */
export function SettledTab({ may }: { readonly may: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const [state, setState] = useState<(typeof STATES)[number]>('matched');
  const read = useRows<EntryView>('bank/entries', { state });
  return (
    <Box>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={state}
        onChange={(_event, next: (typeof STATES)[number] | null) => next && setState(next)}
        aria-label={translate('postup.bank.state')}
        sx={{ mb: 2, flexWrap: 'wrap' }}
      >
        {STATES.map((one) => (
          <ToggleButton key={one} value={one}>
            {translate(`postup.bank.states.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Loaded read={read}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState text="postup.bank.noSettled" />
          ) : (
            <EntryTable
              entries={entries}
              {...(may &&
                state === 'setAside' && {
                  action: (entry: EntryView) => (
                    <Button
                      size="small"
                      disabled={act.busy}
                      onClick={() => void act.run(() => setAside(entry.id, null), [entry.id, null], 'postup.bank.returned')}
                    >
                      {translate('postup.bank.return')}
                    </Button>
                  ),
                })}
            />
          )
        }
      </Loaded>
    </Box>
  );
}
