import { Box, Link, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { Figure, FigureId } from '../../../processes/reportViews';
import { caseAddress, type Behind } from './caseAddress';

/** A number that leads to the cases behind it; nothing is behind a nought. */
export function CasesLink({ count, behind, children }: { readonly count: number; readonly behind: Behind; readonly children: ReactNode }) {
  if (count === 0) return <>{children}</>;
  return (
    <Link component={LinkBase} to={caseAddress(behind)} underline="always">
      {children}
    </Link>
  );
}

const NUMBER = { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const;

/** The sum of a figure, or how many cases it is of, in a table. */
export function FigureCell({ figure, of, behind }: { readonly figure: Figure; readonly of: 'amount' | 'count'; readonly behind: Behind }) {
  return (
    <TableCell sx={NUMBER}>
      <CasesLink count={figure.count} behind={behind}>
        {of === 'count' ? figure.count : formatMoney(figure.amount)}
      </CasesLink>
    </TableCell>
  );
}

export function MoneyCell({ amount }: { readonly amount: number }) {
  return <TableCell sx={{ ...NUMBER, ...(amount < 0 && { color: 'error.main' }) }}>{formatMoney(amount)}</TableCell>;
}

export function TextCell({ children, number = false }: { readonly children: ReactNode; readonly number?: boolean }) {
  return <TableCell sx={number ? NUMBER : undefined}>{children}</TableCell>;
}

interface ReportTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  /** How many of the first columns are texts; the rest are numbers. */
  readonly texts?: number;
  readonly children: ReactNode;
}

/** A table of numbers; on a narrow screen it moves sideways by itself, also by the keyboard. */
export function ReportTable({ title, columns, texts = 1, children }: ReportTableProps) {
  return (
    <Paper sx={{ p: 1.5, mb: 2 }}>
      <Typography variant="subtitle1" component="h2">
        {title}
      </Typography>
      <Box role="region" aria-label={title} tabIndex={0} sx={{ overflowX: 'auto' }}>
        <Table size="small" sx={{ '& th, & td': { px: 1 } }}>
          <TableHead>
            <TableRow>
              {columns.map((column, index) => (
                <TableCell key={column} sx={index < texts ? undefined : { ...NUMBER, whiteSpace: 'normal' }}>
                  {column}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>{children}</TableBody>
        </Table>
      </Box>
    </Paper>
  );
}

/** One figure on its own: what it is, its sum, of how many cases. */
export function FigureCard({ id, figure, behind }: { readonly id: FigureId; readonly figure: Figure; readonly behind: Behind }) {
  const translate = useTranslate();
  return (
    <Paper sx={{ p: 1.5, minWidth: 160 }}>
      <Typography variant="h6" component="p" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {formatMoney(figure.amount)}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {translate(`postup.reports.figure.${id}`)}:{' '}
        <CasesLink count={figure.count} behind={behind}>
          {translate('postup.reports.cases', { smart_count: figure.count })}
        </CasesLink>
      </Typography>
    </Paper>
  );
}
