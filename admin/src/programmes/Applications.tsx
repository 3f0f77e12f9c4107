import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { ProgrammeView } from '../../../processes/views';
import { useOne } from '../api/reads';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { StatusChip } from '../shared/StatusChip';
import { applicationRow, distribution, type ApplicationRow, type Distribution } from './sums';
import type { ProgrammeApplications } from '../api/dataProvider';

/** What is distributed against what there is; red when it is more. */
function SumBar({ sums, total }: { readonly sums: Distribution; readonly total: number }) {
  const translate = useTranslate();
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography variant="body2">
        {translate('postup.programmes.sumAgainst', { sum: formatMoney(sums.sum), total: formatMoney(total) })}{' '}
        <Box component="strong" sx={{ color: sums.over ? 'error.main' : 'inherit' }}>
          {sums.over
            ? translate('postup.programmes.over', { over: formatMoney(-sums.left) })
            : translate('postup.programmes.left', { left: formatMoney(sums.left) })}
        </Box>
      </Typography>
      <Box
        role="meter"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(sums.share)}
        aria-label={translate('postup.programmes.proposed')}
        sx={{ height: 10, borderRadius: 1, bgcolor: '#e6eaee', overflow: 'hidden', mt: 0.5 }}
      >
        <Box sx={{ height: '100%', width: `${sums.share}%`, bgcolor: sums.over ? 'error.main' : 'success.main' }} />
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
                  {row.view.number} {row.view.title}
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
            <SumBar sums={distribution(rows, programme.totalAmount)} total={programme.totalAmount} />
            <ApplicationsTable rows={rows} />
          </>
        );
      }}
    </Loaded>
  );
}
