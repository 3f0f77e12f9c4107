import { Alert, Box, Button, TableCell, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { SaveState } from '../../../processes/drafts/saver';
import type { Criterion } from '../../../processes/grant/criteria';
import { isScored, totalOf } from '../../../processes/grant/evaluation';
import type { CommitteeRow } from '../../../processes/grant/evaluationViews';
import { formatMoney } from '../../../processes/money';
import { useWords } from '../i18n/useWords';
import { Cell } from './Cell';
import { amountTyped, isAmount, isComplete, isPoints, pointsTyped } from './cells';
import { decimal } from './decimal';

interface CommitteeLineProps {
  readonly row: CommitteeRow;
  /** Among the rows that can be typed into; -1: it is not one of them. */
  readonly place: number;
  readonly criteria: readonly Criterion[];
  /** The programme has several sets of criteria: theirs are in one cell, each with its name. */
  readonly apart: boolean;
  /** The most that may be recommended, haléř. */
  readonly most: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: SaveState;
  readonly refusal: string | undefined;
  readonly busy: boolean;
  readonly head: ReactNode;
  readonly onChange: (part: Record<string, unknown>) => void;
  readonly onSubmit: () => void;
  readonly onConflict: () => void;
  readonly onKeepMine: () => Promise<void>;
  readonly onTakeTheirs: () => Promise<void>;
}

const asText = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');
const asMoney = (value: unknown): string => (typeof value === 'number' ? formatMoney(value) : asText(value));

/** One application in the committee's table. */
export function CommitteeLine(props: CommitteeLineProps) {
  const { row, place, criteria, apart, most, data, state, refusal, busy, head } = props;
  const translate = useTranslate();
  const words = useWords();
  const isOpen = place >= 0;
  const total = isScored(criteria, data) ? decimal(totalOf(criteria, data) / 100) : '–';
  const label = (title: string): string => `${title}, ${row.number}`;
  const scores = criteria.map((criterion, column) => {
    const { id, title, maxPoints } = criterion;
    const value = data[id];
    return isOpen ? (
      <Cell
        key={id}
        row={place}
        column={column}
        label={label(`${title} (0–${maxPoints})`)}
        shown={asText(value)}
        wrong={value !== undefined && !isPoints(value, maxPoints)}
        maxLength={6}
        onType={(text) => props.onChange({ [id]: pointsTyped(text) })}
      />
    ) : (
      <span key={id}>{asText(value)}</span>
    );
  });
  const text = (name: 'comment' | 'internalComment', column: number): ReactNode =>
    isOpen ? (
      <Cell
        row={place}
        column={column}
        label={label(translate(`postup.evaluation.${name}`))}
        shown={asText(data[name])}
        wrong={false}
        multiline
        maxLength={3000}
        onType={(typed) => props.onChange({ [name]: typed })}
      />
    ) : (
      asText(data[name])
    );
  return (
    <>
      <TableRow hover>
        <TableCell sx={{ minWidth: 140 }}>{head}</TableCell>
        {apart ? (
          <TableCell data-label={translate('postup.evaluation.criteria.title')}>
            {criteria.map(({ id, title, maxPoints }, at) => (
              <Box key={id} sx={{ display: 'grid', gridTemplateColumns: '1fr 80px', gap: 0.5, alignItems: 'center', mb: 0.5 }}>
                <span>
                  {title} (0–{maxPoints})
                </span>
                {scores[at]}
              </Box>
            ))}
          </TableCell>
        ) : (
          criteria.map(({ id, title, maxPoints }, at) => (
            <TableCell key={id} align="right" data-label={`${title} (0–${maxPoints})`}>
              {scores[at]}
            </TableCell>
          ))
        )}
        <TableCell align="right" data-label={translate('postup.evaluation.total')} sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {row.state === 'conflict' ? '–' : total}
        </TableCell>
        <TableCell align="right" data-label={translate('postup.evaluation.recommended')} sx={{ whiteSpace: 'nowrap' }}>
          {isOpen ? (
            <Cell
              row={place}
              column={criteria.length}
              label={label(translate('postup.evaluation.recommended'))}
              shown={asMoney(data.recommendedAmount)}
              wrong={data.recommendedAmount !== undefined && !isAmount(data.recommendedAmount, most)}
              maxLength={20}
              onType={(typed) => props.onChange({ recommendedAmount: amountTyped(typed) })}
            />
          ) : (
            asMoney(data.recommendedAmount)
          )}
        </TableCell>
        <TableCell data-label={translate('postup.evaluation.comment')}>{text('comment', criteria.length + 1)}</TableCell>
        <TableCell data-label={translate('postup.evaluation.internalComment')}>{text('internalComment', criteria.length + 2)}</TableCell>
        <TableCell data-label={translate('postup.evaluation.committee.state')}>
          {isOpen ? (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
              <Button
                size="small"
                disabled={busy || !isComplete(criteria, data, most)}
                onClick={props.onSubmit}
                aria-label={label(translate('postup.evaluation.committee.submit'))}
              >
                {translate('postup.evaluation.committee.submit')}
              </Button>
              <Button
                size="small"
                color="inherit"
                disabled={busy}
                onClick={props.onConflict}
                aria-label={label(translate('postup.evaluation.committee.conflict'))}
              >
                {translate('postup.evaluation.committee.conflict')}
              </Button>
            </Box>
          ) : (
            <Typography variant="body2">
              {row.standing ? words(row.standing) : translate(`postup.evaluation.state.${row.state}`)}
            </Typography>
          )}
        </TableCell>
      </TableRow>
      {isOpen && (refusal !== undefined || state.kind === 'conflict' || state.kind === 'refused') && (
        <TableRow>
          <TableCell colSpan={99}>
            {refusal !== undefined && <Alert severity="error">{refusal}</Alert>}
            {state.kind === 'refused' && <Alert severity="error">{state.why}</Alert>}
            {state.kind === 'conflict' && (
              <Alert
                severity="warning"
                action={
                  <>
                    <Button color="inherit" size="small" onClick={() => void props.onKeepMine()}>
                      {translate('postup.evaluation.committee.keepMine')}
                    </Button>
                    <Button color="inherit" size="small" onClick={() => void props.onTakeTheirs()}>
                      {translate('postup.evaluation.committee.takeTheirs')}
                    </Button>
                  </>
                }
              >
                {translate('postup.evaluation.committee.elsewhere')}
              </Alert>
            )}
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
