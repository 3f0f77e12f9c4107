import { Box, Checkbox, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { decimalOfAmount } from '../../../processes/banking/currencies';
import type { EntryView } from '../../../processes/banking/views';
import { formatMoney } from '../../../processes/money';
import { CaseLink } from '../shared/CaseLink';
import { formatDate } from '../shared/dates';
import { AMOUNT, NARROW_ONLY, ON_WIDE } from '../shared/looks';

export function movedAmount({ amount, currency }: Pick<EntryView, 'amount' | 'currency'>): string {
  return currency === 'CZK' ? formatMoney(amount) : `${decimalOfAmount(amount, currency).replace('.', ',')} ${currency}`;
}

/** What is said of the movement beside the case: its task's amount, why it waits, or the reason that a person wrote. */
function About({ entry }: { readonly entry: EntryView }) {
  const translate = useTranslate();
  const lines = [
    entry.name,
    entry.dueAmount === null ? null : translate('postup.bank.dueAmount', { amount: formatMoney(entry.dueAmount) }),
    entry.reason,
  ].filter((line) => line !== null);
  return (
    <>
      {entry.why !== null && <Typography variant="body2">{translate(`postup.bank.whys.${entry.why}`)}</Typography>}
      <CaseLink caseId={entry.caseId} number={entry.caseNumber} />
      {lines.map((line) => (
        <Typography key={line} variant="caption" color="text.secondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
          {line}
        </Typography>
      ))}
    </>
  );
}

interface EntryTableProps {
  readonly entries: readonly EntryView[];
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (ids: ReadonlySet<string>) => void;
  readonly action?: (entry: EntryView) => ReactNode;
}

/** Movements of the account, one a line. */
export function EntryTable({ entries, chosen, onChoose, action }: EntryTableProps) {
  const translate = useTranslate();
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose?.(next);
  };
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {chosen && <TableCell component="td" padding="checkbox" />}
            <TableCell sx={ON_WIDE}>{translate('postup.bank.day')}</TableCell>
            <TableCell sx={AMOUNT}>{translate('postup.bank.amount')}</TableCell>
            <TableCell>{translate('postup.bank.otherSide')}</TableCell>
            <TableCell sx={ON_WIDE}>{translate('postup.bank.payment')}</TableCell>
            {action && <TableCell component="td" />}
          </TableRow>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <TableRow key={entry.id} hover>
              {chosen && (
                <TableCell padding="checkbox">
                  <Checkbox
                    checked={chosen.has(entry.id)}
                    onChange={() => toggle(entry.id)}
                    slotProps={{ input: { 'aria-label': `${formatDate(entry.date)}, ${movedAmount(entry)}` } }}
                  />
                </TableCell>
              )}
              <TableCell sx={{ ...ON_WIDE, whiteSpace: 'nowrap' }}>{formatDate(entry.date)}</TableCell>
              <TableCell sx={AMOUNT}>
                {movedAmount(entry)}
                <Typography variant="caption" color="text.secondary" component="p" sx={NARROW_ONLY}>
                  {formatDate(entry.date)}
                </Typography>
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                {entry.counterName}
                <Typography variant="caption" color="text.secondary" component="p">
                  {[entry.counterAccount, entry.variableSymbol === null ? null : `VS ${entry.variableSymbol}`].filter(Boolean).join(', ')}
                </Typography>
                {entry.message !== null && entry.message !== entry.counterName && (
                  <Typography variant="caption" color="text.secondary" component="p">
                    {entry.message}
                  </Typography>
                )}
                <Box sx={{ ...NARROW_ONLY, mt: 0.5 }}>
                  <About entry={entry} />
                </Box>
              </TableCell>
              <TableCell sx={ON_WIDE}>
                <About entry={entry} />
              </TableCell>
              {action && <TableCell align="right">{action(entry)}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
