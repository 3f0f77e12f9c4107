import { Checkbox, Link, MenuItem, TableCell, TableRow, TextField, Typography } from '@mui/material';
import type { KeyboardEvent } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import { AMOUNT } from '../shared/looks';
import { MoneyField } from '../shared/MoneyField';
import { outcomesOf, type DecisionRow, type Outcome } from './decisionRows';

export const fieldId = (caseId: string): string => `decision-${caseId}`;

interface DecisionLineProps {
  readonly row: DecisionRow;
  readonly disabled: boolean;
  /** Under the field of the amount or the reason. */
  readonly fault: string | null;
  /** About the case itself. */
  readonly complaint: string | null;
  readonly change: (change: Partial<DecisionRow>) => void;
  /** To the row after this one (1) or before it (-1). */
  readonly go: (by: 1 | -1) => void;
}

function Answer({ row, disabled, fault, change }: DecisionLineProps) {
  const translate = useTranslate();
  const { candidate, outcome, amount, reason, chosen } = row;
  const id = fieldId(candidate.caseId);
  if (outcome === 'approve') {
    return (
      <MoneyField
        id={id}
        label={translate('postup.bulk.amount')}
        value={amount}
        disabled={disabled || !chosen}
        error={fault ?? undefined}
        onChange={(value) => change({ amount: value })}
      />
    );
  }
  if (outcome !== 'refuse') return null;
  return (
    <TextField
      id={id}
      label={translate('postup.bulk.reason')}
      value={reason}
      disabled={disabled || !chosen}
      error={fault !== null}
      helperText={fault}
      onChange={(event) => change({ reason: event.target.value })}
      fullWidth
      slotProps={{ htmlInput: { maxLength: 3000 } }}
    />
  );
}

/** One application in the table of a resolution. */
export function DecisionLine(props: DecisionLineProps) {
  const { row, disabled, complaint, change, go } = props;
  const translate = useTranslate();
  const { candidate, chosen, outcome } = row;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (by === null) return;
    event.preventDefault();
    go(by);
  };
  return (
    <TableRow hover sx={{ opacity: chosen ? 1 : 0.55 }}>
      <TableCell padding="checkbox">
        <Checkbox
          checked={chosen}
          disabled={disabled}
          onChange={(_, checked) => change({ chosen: checked })}
          slotProps={{ input: { 'aria-label': translate('postup.bulk.include', { number: candidate.number }) } }}
        />
      </TableCell>
      <TableCell sx={{ minWidth: 180 }}>
        <Link component={LinkBase} to={`/cases/${candidate.caseId}/show`}>
          {candidate.number} {candidate.title}
        </Link>
        <Typography variant="caption" color="text.secondary" component="p">
          {candidate.applicantName}
        </Typography>
        {complaint !== null && (
          <Typography variant="caption" color="error" component="p" role="alert">
            {complaint}
          </Typography>
        )}
      </TableCell>
      <TableCell sx={AMOUNT} data-label={translate('postup.bulk.requested')}>
        {formatMoney(candidate.requested)}
      </TableCell>
      <TableCell sx={AMOUNT} data-label={translate('postup.bulk.proposed')}>
        {candidate.proposed === null ? '' : formatMoney(candidate.proposed)}
      </TableCell>
      <TableCell sx={{ minWidth: 170 }} data-label={translate('postup.bulk.decision')}>
        <TextField
          select
          value={outcome}
          disabled={disabled || !chosen}
          onChange={(event) => change({ outcome: event.target.value as Outcome })}
          fullWidth
          slotProps={{ select: { SelectDisplayProps: { 'aria-label': `${translate('postup.bulk.decision')} ${candidate.number}` } } }}
        >
          {outcomesOf[candidate.body ?? 'council'].map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`postup.bulk.outcome.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </TableCell>
      <TableCell sx={{ minWidth: 200 }} onKeyDown={onKeyDown}>
        <Answer {...props} />
      </TableCell>
    </TableRow>
  );
}
