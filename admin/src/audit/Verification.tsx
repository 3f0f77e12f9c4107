import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ApiError, ask } from '../api/http';

interface Report {
  readonly ok: boolean;
  readonly chains: number;
  readonly events: number;
  readonly seals: number;
  readonly firstBad?: { readonly chainId: string; readonly seq: number; readonly caseNumber: string | null; readonly why: string };
}

type State = 'idle' | 'busy' | { readonly report: Report } | { readonly failed: string };

function Verdict({ report }: { readonly report: Report }) {
  const translate = useTranslate();
  const bad = report.firstBad;
  if (!bad) return <Alert severity={report.ok ? 'success' : 'error'}>{translate('postup.audit.ok', { ...report })}</Alert>;
  return (
    <Alert severity="error">
      {bad.caseNumber === null
        ? translate('postup.audit.brokenElsewhere', { chain: bad.chainId, seq: bad.seq, why: bad.why })
        : translate('postup.audit.broken', { case: bad.caseNumber, seq: bad.seq, why: bad.why })}
    </Alert>
  );
}

/** The whole trail checked by the server: whole, or the first row that does not fit. */
export function Verification() {
  const translate = useTranslate();
  const [state, setState] = useState<State>('idle');
  const verify = async (): Promise<void> => {
    setState('busy');
    try {
      setState({ report: (await ask('/api/audit/verify')).json as Report });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setState({ failed: error.message });
    }
  };
  return (
    <Box sx={{ my: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button variant="contained" disabled={state === 'busy'} onClick={() => void verify()}>
          {translate(state === 'busy' ? 'postup.audit.verifying' : 'postup.audit.verify')}
        </Button>
        <Typography variant="body2" color="text.secondary" sx={{ flex: 1, minWidth: 240 }}>
          {translate('postup.audit.explain')}
        </Typography>
      </Box>
      <Box role="status" sx={{ mt: 1 }}>
        {typeof state === 'object' &&
          ('report' in state ? <Verdict report={state.report} /> : <Alert severity="error">{state.failed}</Alert>)}
      </Box>
    </Box>
  );
}
