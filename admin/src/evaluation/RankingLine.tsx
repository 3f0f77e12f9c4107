import { Checkbox, Link, TableCell, TableRow, Typography } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import { StatusChip } from '../shared/StatusChip';
import { Cell } from './Cell';
import { amountTyped, isAmount } from './cells';
import { decimal } from './decimal';
import { useStandingWords } from './EvaluationTab';
import { mostOf, type RankedRow } from './rankedRows';

interface RankingLineProps {
  readonly ranked: RankedRow;
  readonly maxAmount: number;
  /** Its place among rows whose amount can be typed; -1: it cannot. */
  readonly cell: number;
  readonly chosen: boolean;
  readonly choosable: boolean;
  readonly refusal: string | undefined;
  readonly onChoose: (on: boolean) => void;
  readonly onType: (amount: unknown) => void;
}

const money = (amount: number | null): string => (amount === null ? '' : formatMoney(amount));
const NUMBER = { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const;

/** One application in the ranked list. */
export function RankingLine({ ranked, maxAmount, cell, chosen, choosable, refusal, onChoose, onType }: RankingLineProps) {
  const translate = useTranslate();
  const { row, place, typed, running, reached } = ranked;
  const { counts, spread } = useStandingWords()(row);
  const shown = typeof typed === 'number' ? formatMoney(typed) : typeof typed === 'string' ? typed : '';
  const few = row.open === 0 && row.in > 0 && row.in < row.needed;
  return (
    <TableRow hover selected={chosen} sx={{ opacity: reached ? 1 : 0.85 }}>
      <TableCell data-label={translate('postup.evaluation.ranking.place')}>
        {choosable && (
          <Checkbox
            size="small"
            checked={chosen}
            onChange={(_, on) => onChoose(on)}
            inputProps={{ 'aria-label': translate('postup.evaluation.ranking.choose', { number: row.number }) }}
            sx={{ p: 0.25 }}
          />
        )}
        {place !== null && `${place}.`}
      </TableCell>
      <TableCell data-label={translate('postup.programmes.application')}>
        <Link component={LinkBase} to={`/cases/${row.id}/show`}>
          {row.number} {row.title}
        </Link>
        <Typography variant="caption" color="text.secondary" component="p">
          {row.applicantName}
        </Typography>
        <StatusChip row={{ statusTitle: row.statusTitle, tone: row.tone, suspended: false }} />
        {refusal !== undefined && (
          <Typography variant="body2" color="error" role="alert">
            {refusal}
          </Typography>
        )}
      </TableCell>
      <TableCell data-label={translate('postup.evaluation.counts')} sx={{ color: few ? 'error.main' : undefined }}>
        {counts}
      </TableCell>
      <TableCell align="right" data-label={translate('postup.evaluation.mean')} sx={{ fontVariantNumeric: 'tabular-nums' }}>
        <strong>{decimal(row.mean)}</strong>
        <Typography variant="caption" component="p" color="text.secondary">
          {spread}
        </Typography>
      </TableCell>
      <TableCell align="right" data-label={translate('postup.programmes.requested')} sx={NUMBER}>
        {money(row.requested)}
      </TableCell>
      <TableCell align="right" data-label={translate('postup.evaluation.recommended')} sx={NUMBER}>
        {money(row.recommended)}
      </TableCell>
      <TableCell align="right" data-label={translate('postup.evaluation.ranking.amount')} sx={NUMBER}>
        {cell >= 0 ? (
          <Cell
            row={cell}
            column={0}
            label={`${translate('postup.evaluation.ranking.amount')}, ${row.number}`}
            shown={shown}
            wrong={typed !== undefined && !isAmount(typed, mostOf(row, maxAmount))}
            maxLength={20}
            onType={(text) => onType(amountTyped(text))}
          />
        ) : (
          money(row.awarded ?? row.proposed)
        )}
      </TableCell>
      <TableCell
        align="right"
        data-label={translate('postup.evaluation.ranking.running')}
        sx={{ ...NUMBER, color: reached ? undefined : 'error.main' }}
      >
        {formatMoney(running)}
      </TableCell>
    </TableRow>
  );
}
