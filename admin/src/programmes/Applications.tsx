import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { ProgrammeView } from '../../../processes/views';
import { ActButton } from '../bulk/BulkButtons';
import { waitingForDecision } from '../bulk/decisionRows';
import { useOne } from '../api/reads';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { StatusChip } from '../shared/StatusChip';
import { applicationRow, distribution, type ApplicationRow, type Distribution } from './sums';
import type { ProgrammeApplications } from '../api/dataProvider';

/** A sum in words with what it leaves; red when the programme has less. */
function SumLine({ said, left, over }: { readonly said: string; readonly left: string; readonly over: boolean }) {
  return (
    <Typography variant="body2">
      {said}{' '}
      <Box component="strong" sx={{ color: over ? 'error.main' : 'inherit' }}>
        {left}
      </Box>
    </Typography>
  );
}

/** What was awarded against what there is, and, paler, what is only proposed; red what is more than there is. */
function SumBar({ sums, total }: { readonly sums: Distribution; readonly total: number }) {
  const translate = useTranslate();
  const over = sums.left < 0;
  const wouldExceed = sums.wouldLeave < 0;
  return (
    <Box sx={{ mb: 1.5 }}>
      <SumLine
        said={translate('postup.programmes.sumAgainst', { sum: formatMoney(sums.awarded), total: formatMoney(total) })}
        left={translate(over ? 'postup.programmes.over' : 'postup.programmes.left', {
          over: formatMoney(-sums.left),
          left: formatMoney(sums.left),
        })}
        over={over}
      />
      {sums.pending > 0 && (
        <SumLine
          said={translate('postup.programmes.pending', { sum: formatMoney(sums.pending) })}
          left={translate(wouldExceed ? 'postup.programmes.wouldExceed' : 'postup.programmes.wouldLeave', {
            over: formatMoney(-sums.wouldLeave),
            left: formatMoney(sums.wouldLeave),
          })}
          over={wouldExceed}
        />
      )}
      <Box
        role="meter"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(sums.awardedShare)}
        aria-label={translate('postup.programmes.awarded')}
        sx={{ display: 'flex', height: 10, borderRadius: 1, bgcolor: '#e6eaee', overflow: 'hidden', mt: 0.5 }}
      >
        <Box sx={{ width: `${sums.awardedShare}%`, bgcolor: over ? 'error.main' : 'success.main' }} />
        <Box sx={{ width: `${sums.pendingShare}%`, bgcolor: wouldExceed ? 'error.main' : 'success.main', opacity: 0.4 }} />
      </Box>
    </Box>
  );
}

const COLUMNS = ['requested', 'points', 'proposed', 'awarded'] as const;
type Column = (typeof COLUMNS)[number];

const shown = (column: Column, value: number | null): string => {
  if (value === null) return '';
  return column === 'points' ? String(value).replace('.', ',') : formatMoney(value);
};

function ApplicationsTable({ rows }: { readonly rows: readonly ApplicationRow[] }) {
  const translate = useTranslate();
  const [by, setBy] = useState<Column>('points');
  const [ascending, setAscending] = useState(false);
  const sorted = [...rows].sort((a, b) => ((a[by] ?? -1) - (b[by] ?? -1)) * (ascending ? 1 : -1));
  const sort = (column: Column): void => {
    setAscending(column === by ? !ascending : false);
    setBy(column);
  };
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('postup.programmes.application')}</TableCell>
            <TableCell>{translate('postup.cases.status')}</TableCell>
            {COLUMNS.map((column) => (
              <TableCell key={column} align="right" sortDirection={by === column ? (ascending ? 'asc' : 'desc') : false}>
                <TableSortLabel active={by === column} direction={ascending ? 'asc' : 'desc'} onClick={() => sort(column)}>
                  {translate(`postup.programmes.${column}`)}
                </TableSortLabel>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.map((row) => (
            <TableRow key={row.view.id} hover>
              <TableCell>
                <Link component={LinkBase} to={`/cases/${row.view.id}/show`}>
                  <span style={{ whiteSpace: 'nowrap' }}>{row.view.number}</span> {row.view.title}
                </Link>
                <Typography variant="caption" color="text.secondary" component="p">
                  {row.view.applicantName}
                </Typography>
              </TableCell>
              <TableCell>
                <StatusChip row={row.view} />
              </TableCell>
              {COLUMNS.map((column) => (
                <TableCell key={column} align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
                  {shown(column, row[column])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** Applications of the programme with points and amounts; the sum against the total as a bar. */
export function Applications({ programme }: { readonly programme: ProgrammeView }) {
  const read = useOne<ProgrammeApplications>('programmeApplications', programme.id);
  return (
    <Loaded read={read}>
      {({ cases }) => {
        const rows = cases.map(applicationRow);
        if (rows.length === 0) return <EmptyState text="postup.programmes.noApplications" />;
        return (
          <>
            <ActButton act="decide" caseIds={waitingForDecision(cases)} />
            <SumBar sums={distribution(rows, programme.totalAmount)} total={programme.totalAmount} />
            <ApplicationsTable rows={rows} />
          </>
        );
      }}
    </Loaded>
  );
}
