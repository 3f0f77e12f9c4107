import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseView, EventView } from '../../../processes/views';
import { ApiError, ask } from '../api/http';
import { useParts } from '../api/reads';
import { Loaded } from '../shared/Loaded';
import { Timeline } from '../timeline/Timeline';

type Verdict = { readonly ok: boolean } | { readonly failed: string };

function Verify({ caseId }: { readonly caseId: string }) {
  const translate = useTranslate();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const verify = async (): Promise<void> => {
    try {
      setVerdict((await ask(`/api/cases/${caseId}/verify`)).json as { ok: boolean });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setVerdict({ failed: error.message });
    }
  };
  return (
    <Box sx={{ mb: 1 }}>
      <Button size="small" variant="outlined" onClick={() => void verify()}>
        {translate('postup.cases.verify')}
      </Button>
      {verdict !== null && (
        <Alert severity={'ok' in verdict && verdict.ok ? 'success' : 'error'} sx={{ mt: 1 }} role="status">
          {'failed' in verdict ? verdict.failed : translate(verdict.ok ? 'postup.cases.verified' : 'postup.cases.notVerified')}
        </Alert>
      )}
    </Box>
  );
}

/** The whole history of the case, and a check that nobody touched it. */
export function HistoryTab({ view }: { readonly view: CaseView }) {
  const read = useParts<EventView & { readonly id: string }>('events', view.id);
  return (
    <>
      <Verify caseId={view.id} />
      <Loaded read={read}>{(events) => <Timeline events={events} />}</Loaded>
    </>
  );
}
