import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { ContractDutyRow } from '../../../processes/grant/contract/views';
import { useRows } from '../api/reads';
import { CaseLink } from '../shared/CaseLink';
import { formatDate } from '../shared/dates';
import { Loaded } from '../shared/Loaded';

type Row = ContractDutyRow & { readonly id: string };

function Duty({ row }: { readonly row: Row }) {
  const translate = useTranslate();
  const by = row.publishBy === null ? '' : formatDate(row.publishBy);
  return (
    <li>
      <CaseLink caseId={row.caseId} number={row.caseNumber} /> {row.applicantName}, {formatMoney(row.amount)}:{' '}
      {translate(`postup.contracts.duty.${row.duty}`, { by, on: row.publishedOn === null ? '' : formatDate(row.publishedOn) })}
    </li>
  );
}

function List({ rows }: { readonly rows: readonly Row[] }) {
  const translate = useTranslate();
  const late = rows.filter(({ duty }) => duty === 'overdue');
  if (rows.length === 0) return <Typography color="text.secondary">{translate('postup.contracts.noDuty')}</Typography>;
  return (
    <>
      {late.length > 0 && <Alert severity="error">{translate('postup.contracts.overdue', { smart_count: late.length })}</Alert>}
      <Box component="ul" sx={{ pl: 3 }}>
        {rows.map((row) => (
          <Duty key={row.caseId} row={row} />
        ))}
      </Box>
    </>
  );
}

/** Signed contracts that are to be published by § 10d zákona č. 250/2000 Sb., those that are late first. */
export function Duties({ programmeId }: { readonly programmeId: string }) {
  const translate = useTranslate();
  const read = useRows<Row>('contract-duties', { programmeId, all: '1' });
  return (
    <Box component="section" sx={{ mb: 2 }}>
      <Typography variant="subtitle1" component="h3">
        {translate('postup.contracts.duties')}
      </Typography>
      <Loaded read={read}>{(rows) => <List rows={rows} />}</Loaded>
    </Box>
  );
}
