import { Alert, Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseView } from '../../../processes/views';
import { Breaches } from '../breach/Breaches';
import { ClockBar } from '../clock/ClockBar';
import { useWords } from '../i18n/useWords';
import { formatDate } from '../shared/dates';
import { StatusChip } from '../shared/StatusChip';
import { CaseActions } from './CaseActions';

function Why({ view }: { readonly view: CaseView }) {
  const translate = useTranslate();
  const words = useWords();
  const sentence = view.waitsFor
    ? words(view.waitsFor.sentence)
    : view.closedAt
      ? translate('postup.cases.closedSentence', { result: words(view.statusTitle), date: formatDate(view.closedAt) })
      : '';
  if (sentence === '') return null;
  return (
    <Alert severity="info" icon={false} sx={{ py: 0.25, my: 1 }}>
      <strong>{translate('postup.cases.why')}:</strong> {sentence}
    </Alert>
  );
}

/** Number, title, status, applicant; why it is here; the legal clock. */
export function CaseHeader({ view }: { readonly view: CaseView }) {
  return (
    <Paper component="header" sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="body2" color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {view.number}
        </Typography>
        <Typography
          variant="h5"
          component="h1"
          id="case-title"
          tabIndex={-1}
          sx={{ minWidth: 0, overflowWrap: 'anywhere', outline: 'none' }}
        >
          {view.title}
        </Typography>
        <StatusChip row={view} />
        <Box sx={{ ml: 'auto' }}>
          <CaseActions view={view} />
        </Box>
      </Box>
      <Typography variant="body2" color="text.secondary">
        {view.applicantName}
        {view.subjectTitle !== null && ` · ${view.subjectTitle}`}
      </Typography>
      <Why view={view} />
      <Breaches view={view} />
      {view.clock && <ClockBar clock={view.clock} result={view.result} />}
    </Paper>
  );
}
