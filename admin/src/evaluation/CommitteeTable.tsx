import { Alert, Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { CommitteeRow, CommitteeView } from '../../../processes/grant/evaluationViews';
import { formatMoney } from '../../../processes/money';
import type { TaskView } from '../../../processes/views';
import { keptOf } from '../../../processes/drafts/taskData';
import { ApiError } from '../api/http';
import { useOffice } from '../api/useOffice';
import { ReasonDialog } from '../shared/ReasonDialog';
import { isComplete, sentRow } from './cells';
import { CommitteeLine } from './CommitteeLine';
import { CARDS_WHEN_NARROW, SIDEWAYS } from './responsive';
import { rowKeys } from './rowKeys';
import { TableSaveState } from './SaveState';
import { StickyBar } from './StickyBar';
import { useRowDrafts } from './useRowDrafts';

interface CommitteeTableProps {
  readonly view: CommitteeView;
  readonly personId: string;
}

/** All that one evaluator scores in a programme: criteria as columns, saved by itself, submitted a row at a time or all that are complete. */
export function CommitteeTable({ view, personId }: CommitteeTableProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const office = useOffice();
  const open = view.rows.filter(({ state, standing }) => state === 'open' && standing === null);
  const drafts = useRowDrafts(open, personId);
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [inConflict, setInConflict] = useState<CommitteeRow | null>(null);
  const [keys] = useState(rowKeys);

  const criteriaOf = (row: CommitteeRow) => view.sets.find(({ version }) => version === row.criteriaVersion)?.criteria ?? [];
  const mostOf = (row: CommitteeRow): number => Math.min(row.requested, view.maxAmount);
  const complete = open.filter((row) => isComplete(criteriaOf(row), drafts.dataOf(row.id), mostOf(row)));
  const [first] = view.sets;

  /** The act carries the row itself, so it holds also where its draft was not saved yet. The same row keeps its key: a lost answer is asked for again. */
  const send = async (row: CommitteeRow, outcome: 'submit' | 'conflict', data: Record<string, unknown>): Promise<boolean> => {
    try {
      await office((provider) => provider.completeTask(row.id, { outcome, data }, keys(row.id, { outcome, data })));
      drafts.forget(row.id);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusals((known) => ({ ...known, [row.id]: [error.message, ...Object.values(error.errors)].join(' ') }));
      return false;
    }
  };
  const submit = async (rows: readonly CommitteeRow[]): Promise<void> => {
    setBusy(true);
    setRefusals({});
    let sent = 0;
    for (const row of rows) if (await send(row, 'submit', sentRow(drafts.dataOf(row.id)))) sent += 1;
    setBusy(false);
    if (sent > 0) notify('postup.evaluation.committee.sent', { type: 'success', messageArgs: { smart_count: sent } });
    refresh();
  };
  const now = (row: CommitteeRow): Promise<TaskView> =>
    office(async (provider) => (await provider.getOne<TaskView>('tasks', { id: row.id })).data);

  return (
    <>
      <StickyBar>
        <TableSaveState drafts={drafts} />
        <Box sx={{ flexGrow: 1 }} />
        <Button variant="contained" disabled={busy || complete.length === 0} onClick={() => void submit(complete)}>
          {translate('postup.evaluation.committee.submitAll', { count: complete.length })}
        </Button>
      </StickyBar>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('postup.evaluation.committee.hint')}
      </Typography>
      <Box sx={SIDEWAYS}>
        <Table size="small" sx={CARDS_WHEN_NARROW}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('postup.programmes.application')}</TableCell>
              {view.sets.length === 1 &&
                first?.criteria.map(({ id, title, maxPoints, help }) => (
                  <TableCell key={id} align="right" title={help}>
                    {title} <span style={{ whiteSpace: 'nowrap' }}>(0–{maxPoints})</span>
                  </TableCell>
                ))}
              {view.sets.length > 1 && <TableCell>{translate('postup.evaluation.criteria.title')}</TableCell>}
              <TableCell align="right">{translate('postup.evaluation.total')}</TableCell>
              <TableCell align="right">{translate('postup.evaluation.recommended')}</TableCell>
              <TableCell>{translate('postup.evaluation.comment')}</TableCell>
              <TableCell>{translate('postup.evaluation.internalComment')}</TableCell>
              <TableCell>{translate('postup.evaluation.committee.state')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {view.rows.map((row) => {
              const place = open.indexOf(row);
              return (
                <CommitteeLine
                  key={row.id}
                  row={row}
                  place={place}
                  criteria={criteriaOf(row)}
                  apart={view.sets.length > 1}
                  most={mostOf(row)}
                  data={place < 0 ? row.data : drafts.dataOf(row.id)}
                  state={drafts.stateOf(row.id)}
                  refusal={refusals[row.id]}
                  busy={busy}
                  head={
                    <>
                      <Link component={LinkBase} to={`/cases/${row.caseId}/show`} underline="always">
                        {row.number}
                      </Link>{' '}
                      {row.title}
                      <Typography variant="caption" color="text.secondary" component="p">
                        {row.applicantName}, {translate('postup.evaluation.asks', { amount: formatMoney(row.requested) })}
                      </Typography>
                    </>
                  }
                  onChange={(part) => drafts.change(row.id, part)}
                  onSubmit={() => void submit([row])}
                  onConflict={() => setInConflict(row)}
                  onKeepMine={async () => drafts.keepMine(row.id, (await now(row)).draftVersion)}
                  onTakeTheirs={async () => {
                    const theirs = await now(row);
                    drafts.takeTheirs({ id: row.id, data: keptOf(theirs), version: theirs.draftVersion });
                  }}
                />
              );
            })}
          </TableBody>
        </Table>
      </Box>
      {Object.keys(refusals).length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('postup.evaluation.committee.someRefused')}
        </Alert>
      )}
      {inConflict && (
        <ReasonDialog
          title={translate('postup.evaluation.committee.conflictTitle', { number: inConflict.number })}
          hint="postup.evaluation.committee.conflictHint"
          confirm="postup.evaluation.committee.conflict"
          keptAs={`conflict.${inConflict.id}`}
          busy={busy}
          onClose={() => setInConflict(null)}
          onConfirm={async (reason) => {
            setBusy(true);
            const done = await send(inConflict, 'conflict', { conflictReason: reason });
            setBusy(false);
            if (done) refresh();
            else setInConflict(null);
            return done;
          }}
        />
      )}
    </>
  );
}
