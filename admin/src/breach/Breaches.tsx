import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { CaseView } from '../../../processes/views';
import type { Words } from '../../../processes/words';
import { useOne } from '../api/reads';
import { useWords } from '../i18n/useWords';
import { CaseLink } from '../shared/CaseLink';
import { formatDate } from '../shared/dates';
import { BeginDialog } from './BeginDialog';
import { useKnownProcesses } from './useKnownProcesses';

interface BreachesView {
  /** Of the grant's case. */
  readonly id: string;
  /** Haléř. */
  readonly paid: number;
  readonly settlementOverdue: boolean;
  readonly cases: readonly {
    readonly id: string;
    readonly number: string;
    readonly status: Words;
    readonly openedAt: string;
    readonly closedAt: string | null;
  }[];
}

function Known({ caseId }: { readonly caseId: string }) {
  const translate = useTranslate();
  const words = useWords();
  const { canAccess: mayBegin = false } = useCanAccess({ resource: 'cases', action: 'create' });
  const { data, again } = useOne<BreachesView>('case/breach', caseId);
  const [open, setOpen] = useState(false);
  if (!data) return null;
  const offered = mayBegin && data.paid > 0 && data.cases.every(({ closedAt }) => closedAt !== null);
  if (!offered && data.cases.length === 0) return null;
  return (
    <Box component="section" aria-label={translate('postup.breach.heading')} sx={{ my: 1 }}>
      {data.cases.map(({ id, number, status, openedAt }) => (
        <Typography key={id} variant="body2">
          {translate('postup.breach.heading')}: <CaseLink caseId={id} number={number} />, {words(status)}, {formatDate(openedAt)}
        </Typography>
      ))}
      {offered && data.settlementOverdue && (
        <Alert severity="warning" sx={{ py: 0, mb: 1 }}>
          {translate('postup.breach.overdue')}
        </Alert>
      )}
      {offered && (
        <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
          {translate('postup.breach.begin')}
        </Button>
      )}
      {open && (
        <BeginDialog
          grantCaseId={caseId}
          paid={data.paid}
          settlementOverdue={data.settlementOverdue}
          onClose={() => setOpen(false)}
          onBegun={again}
        />
      )}
    </Box>
  );
}

/** On the case of a grant, for who may know of it: proceedings on a breach beside it, and their beginning. */
export function Breaches({ view }: { readonly view: CaseView }) {
  const known = useKnownProcesses();
  const begunHere = known.some(({ confidential, begunFrom }) => confidential === true && begunFrom === view.processId);
  return begunHere ? <Known caseId={view.id} /> : null;
}
