import { Alert, Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { DecisionPreparation } from '../../../processes/bulk';
import type { DecidingBody } from '../../../processes/grant/bodies';
import { formatMoney } from '../../../processes/money';
import { useAct } from '../api/useAct';
import { CARDS_WHEN_NARROW, SIDEWAYS } from '../evaluation/responsive';
import { useLeaveWarning } from '../programmes/form/useLeaveWarning';
import { dayOf } from '../shared/dates';
import { useNow } from '../shared/useNow';
import { decide, type Resolution } from './acts';
import { BulkProgress } from './BulkProgress';
import { DecisionLine, fieldId } from './DecisionLine';
import { approvedIn, itemOf, leftIn, overLimit, sentRows, type DecisionRow } from './decisionRows';
import { ResolutionFields, ResolutionFile, type Attached, type TypedResolution } from './ResolutionFields';

const COLUMNS = ['application', 'requested', 'proposed', 'decision', 'amountOrReason'] as const;

/** Null while something is missing. */
function resolutionOf({ resolutionNumber, decidedOn, votesFor, votesAgainst, votesAbstained }: TypedResolution): Resolution | null {
  const votes = [votesFor, votesAgainst, votesAbstained];
  if (resolutionNumber.trim() === '' || decidedOn === '' || votes.some((vote) => !/^\d{1,3}$/.test(vote.trim()))) return null;
  const [forIt, against, abstained] = votes.map(Number) as [number, number, number];
  return { resolutionNumber: resolutionNumber.trim(), decidedOn, votesFor: forIt, votesAgainst: against, votesAbstained: abstained };
}

interface SumsProps {
  readonly rows: readonly DecisionRow[];
  readonly programmes: DecisionPreparation['programmes'];
}

/** What is being approved, and what it leaves in each programme; told as it changes. */
function Sums({ rows, programmes }: SumsProps) {
  const translate = useTranslate();
  const { sum, count } = approvedIn(rows);
  return (
    <Box role="status" sx={{ flex: '1 1 260px' }}>
      <Typography fontWeight={600}>{translate('postup.bulk.approving', { sum: formatMoney(sum), smart_count: count })}</Typography>
      {programmes.map((programme) => {
        const left = leftIn(programme, rows);
        const said = {
          programme: programme.title,
          left: formatMoney(left),
          over: formatMoney(-left),
          total: formatMoney(programme.totalAmount),
        };
        return (
          <Typography key={programme.id} variant="body2" color={left < 0 ? 'error' : 'text.secondary'}>
            {translate(left < 0 ? 'postup.bulk.over' : 'postup.bulk.left', said)}
          </Typography>
        );
      })}
    </Box>
  );
}

interface DecisionPartProps {
  readonly body: DecidingBody;
  readonly begin: readonly DecisionRow[];
  readonly programmes: DecisionPreparation['programmes'];
}

/** One resolution: its number, date and votes, the table of its applications, and after sending what became of each. */
export function DecisionPart({ body, begin, programmes }: DecisionPartProps) {
  const translate = useTranslate();
  const today = dayOf(useNow());
  const act = useAct({ quiet: true });
  const [rows, setRows] = useState(begin);
  const [typed, setTyped] = useState<TypedResolution>({
    resolutionNumber: '',
    decidedOn: today,
    votesFor: '',
    votesAgainst: '',
    votesAbstained: '0',
  });
  const [attached, setAttached] = useState<Attached | null>(null);
  const [missing, setMissing] = useState(false);
  const [sentAs, setSentAs] = useState<string | null>(null);
  const [changed, setChanged] = useState(false);
  useLeaveWarning(changed && sentAs === null);

  const sent = sentRows(rows);
  const errors = act.error?.errors ?? {};
  const over = body === 'council' ? overLimit(rows, typed.decidedOn.slice(0, 4)) : new Map<string, number>();
  const own = programmes.filter(({ id }) => rows.some(({ candidate }) => candidate.programmeId === id));

  const change = (caseId: string, what: Partial<DecisionRow>): void => {
    setChanged(true);
    act.forget();
    setRows((all) => all.map((row) => (row.candidate.caseId === caseId ? { ...row, ...what } : row)));
  };
  const go = (from: number, by: 1 | -1): void => {
    for (let place = from + by; place >= 0 && place < rows.length; place += by) {
      const field = document.getElementById(fieldId(rows[place]?.candidate.caseId ?? ''));
      if (field instanceof HTMLInputElement && !field.disabled) {
        field.focus();
        field.select();
        return;
      }
    }
  };
  const faultOf = (row: DecisionRow): string | null => {
    const place = sent.indexOf(row);
    const said = errors[`items.${place}.amount`] ?? errors[`items.${place}.reason`];
    if (said !== undefined) return said;
    const total = over.get(row.candidate.caseId);
    if (total === undefined) return null;
    return translate('postup.bulk.overLimit', { limit: formatMoney(row.candidate.councilLimit), total: formatMoney(total) });
  };
  const complaintOf = (row: DecisionRow): string | null => {
    const place = sent.indexOf(row);
    return errors[`items.${place}.caseId`] ?? errors[`items.${place}.outcome`] ?? null;
  };
  const send = async (): Promise<void> => {
    const resolution = resolutionOf(typed);
    const items = sent.flatMap((row) => itemOf(row) ?? []);
    const incomplete = resolution === null || items.length < sent.length || items.length === 0;
    setMissing(incomplete);
    if (incomplete) return;
    const decision = { body, ...resolution, ...(attached && { documentId: attached.id }), items };
    await act.run(async (_, key) => setSentAs((await decide(decision, key)).id), decision);
  };

  return (
    <Paper variant="outlined" sx={{ p: 1.5, mb: 2 }} component="section" aria-label={translate(`postup.bulk.body.${body}`)}>
      <Typography variant="h6" component="h2">
        {translate(`postup.bulk.body.${body}`)}
      </Typography>
      {sentAs !== null ? (
        <BulkProgress id={sentAs} />
      ) : (
        <>
          <ResolutionFields
            value={typed}
            errors={errors}
            disabled={act.busy}
            today={today}
            change={(what) => {
              setChanged(true);
              setTyped((before) => ({ ...before, ...what }));
            }}
          />
          <ResolutionFile
            caseId={sent[0]?.candidate.caseId ?? rows[0]?.candidate.caseId ?? ''}
            attached={attached}
            error={errors.documentId}
            disabled={act.busy || sent.length === 0}
            onAttached={setAttached}
          />
          <Typography variant="caption" color="text.secondary">
            {translate('postup.bulk.keys')}
          </Typography>
          <Box sx={SIDEWAYS}>
            <Table size="small" sx={CARDS_WHEN_NARROW}>
              <TableHead>
                <TableRow>
                  <TableCell padding="checkbox" />
                  {COLUMNS.map((column) => (
                    <TableCell key={column} align={column === 'requested' || column === 'proposed' ? 'right' : 'left'}>
                      {translate(`postup.bulk.${column}`)}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map((row, place) => (
                  <DecisionLine
                    key={row.candidate.caseId}
                    row={row}
                    disabled={act.busy}
                    fault={faultOf(row)}
                    complaint={complaintOf(row)}
                    change={(what) => change(row.candidate.caseId, what)}
                    go={(by) => go(place, by)}
                  />
                ))}
              </TableBody>
            </Table>
          </Box>
          {missing && (
            <Alert severity="warning" sx={{ mt: 1 }}>
              {translate('postup.bulk.missing')}
            </Alert>
          )}
          {act.error && (
            <Alert severity="error" sx={{ mt: 1 }}>
              {act.error.message}
            </Alert>
          )}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 1 }}>
            <Sums rows={rows} programmes={own} />
            <Button variant="contained" disabled={act.busy || sent.length === 0} onClick={() => void send()}>
              {translate('postup.bulk.sendCount', { smart_count: sent.length })}
            </Button>
          </Box>
        </>
      )}
    </Paper>
  );
}
