import { Alert, Box, List, ListItem } from '@mui/material';
import { useCallback, useEffect, useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import type { DecisionPreparation } from '../../../processes/bulk';
import type { Read } from '../api/reads';
import { useOffice } from '../api/useOffice';
import { useWords } from '../i18n/useWords';
import { Loaded } from '../shared/Loaded';
import { prepareDecision } from './acts';
import { DecisionPart } from './DecisionPart';
import { partsOf } from './decisionRows';

/** Read once: what is being typed must not change under the hands when something else is read anew. */
function usePreparation(caseIds: readonly string[]): Read<DecisionPreparation> {
  const office = useOffice();
  const [data, setData] = useState<DecisionPreparation>();
  const [error, setError] = useState<Error | null>(null);
  const wanted = caseIds.join();
  const read = useCallback(() => {
    setError(null);
    office(() => prepareDecision(wanted.split(','))).then(setData, (failure: unknown) => {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    });
  }, [office, wanted]);
  useEffect(read, [read]);
  return { data, error, pending: data === undefined && error === null, again: read };
}

function Parts({ preparation }: { readonly preparation: DecisionPreparation }) {
  const translate = useTranslate();
  const words = useWords();
  const [{ council, assembly, others }] = useState(() => partsOf(preparation));
  const { programmes } = preparation;
  return (
    <>
      {council.length > 0 && assembly.length > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('postup.bulk.split', { council: council.length, assembly: assembly.length })}
        </Alert>
      )}
      {others.length > 0 && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('postup.bulk.cannot')}
          <List dense disablePadding>
            {others.map(({ caseId, number, title, why }) => (
              <ListItem key={caseId} disableGutters>
                {number} {title}: {words(why)}
              </ListItem>
            ))}
          </List>
        </Alert>
      )}
      {council.length > 0 && <DecisionPart body="council" begin={council} programmes={programmes} />}
      {assembly.length > 0 && <DecisionPart body="assembly" begin={assembly} programmes={programmes} />}
    </>
  );
}

/** Deciding on chosen applications by resolutions: one table for the council, one for the assembly. */
export function DecidePage({ caseIds }: { readonly caseIds: readonly string[] }) {
  const read = usePreparation(caseIds);
  return (
    <Box sx={{ py: 1.5 }}>
      <Title title="postup.bulk.act.decide" />
      <Loaded read={read}>{(preparation) => <Parts preparation={preparation} />}</Loaded>
    </Box>
  );
}
