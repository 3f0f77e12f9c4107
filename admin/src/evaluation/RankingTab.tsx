import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { Fragment, useMemo, useState } from 'react';
import { useCanAccess, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { RankedApplication, RankingView } from '../../../processes/grant/evaluationViews';
import { formatMoney } from '../../../processes/money';
import type { ProgrammeView } from '../../../processes/views';
import { ApiError } from '../api/http';
import { useOne } from '../api/reads';
import { useAct } from '../api/useAct';
import { useOffice } from '../api/useOffice';
import { useSession } from '../auth/useSession';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { assignMany } from './acts';
import { isAmount } from './cells';
import { EvaluatorsDialog } from './EvaluatorsDialog';
import { mostOf, rankedList, type RankedList } from './rankedRows';
import { RankingLine } from './RankingLine';
import { CARDS_WHEN_NARROW, SIDEWAYS } from './responsive';
import { rowKeys } from './rowKeys';
import { TableSaveState } from './SaveState';
import { StickyBar } from './StickyBar';
import { useRowDrafts } from './useRowDrafts';

/** What is left of the programme, as it is typed. */
function LeftLine({ list, total }: { readonly list: RankedList; readonly total: number }) {
  const translate = useTranslate();
  const over = list.left < 0;
  return (
    <Box role="status" sx={{ fontVariantNumeric: 'tabular-nums' }}>
      <Typography variant="body2">
        {translate('postup.evaluation.ranking.committed', { sum: formatMoney(list.committed), total: formatMoney(total) })}
        {list.typed > 0 && ` ${translate('postup.evaluation.ranking.typed', { sum: formatMoney(list.typed) })}`}{' '}
        <Box component="strong" sx={{ color: over ? 'error.main' : 'inherit' }}>
          {translate(over ? 'postup.evaluation.ranking.over' : 'postup.evaluation.ranking.left', { sum: formatMoney(Math.abs(list.left)) })}
        </Box>
      </Typography>
    </Box>
  );
}

/** One justification for all chosen; each proposal is a decision of its own. */
function ProposeDialog({
  count,
  sum,
  busy,
  onClose,
  onConfirm,
}: {
  readonly count: number;
  readonly sum: number;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (justification: string) => void;
}) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{translate('postup.evaluation.ranking.proposeTitle', { count, sum: formatMoney(sum) })}</DialogTitle>
      <DialogContent>
        <TextField
          label={translate('postup.evaluation.ranking.justification')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          multiline
          minRows={3}
          fullWidth
          required
          autoFocus
          margin="dense"
          slotProps={{ htmlInput: { maxLength: 3000 } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
        <Button variant="contained" disabled={busy || text.trim() === ''} onClick={() => onConfirm(text.trim())}>
          {translate('postup.evaluation.ranking.propose')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Ranking({ view, personId }: { readonly view: RankingView; readonly personId: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const office = useOffice();
  const act = useAct({ quiet: true });
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'evaluations', action: 'edit' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'propose' | 'assign' | null>(null);
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [keys] = useState(rowKeys);
  const starts = useMemo(
    () => (mayEdit ? view.rows.flatMap(({ taskId, data, version }) => (taskId === null ? [] : [{ id: taskId, data, version }])) : []),
    [view.rows, mayEdit],
  );
  const drafts = useRowDrafts(starts, personId);
  const amountIn = ({ taskId }: RankedApplication): unknown => (taskId === null ? undefined : drafts.dataOf(taskId).amount);
  const list = rankedList(view.rows, view.totalAmount, amountIn);
  const isChosen = ({ id }: RankedApplication): boolean => chosen.has(id);
  const ready = view.rows.filter(
    (row) => isChosen(row) && row.taskId !== null && isAmount(amountIn(row), mostOf(row, view.maxAmount)) && amountIn(row) !== 0,
  );
  const assignable = view.rows.filter((row) => isChosen(row) && row.mayAssign);
  const firstBelow = list.rows.findIndex(({ reached }) => !reached);
  const places = new Map(starts.map(({ id }, at) => [id, at]));

  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const propose = async (justification: string): Promise<void> => {
    setBusy(true);
    const refused: Record<string, string> = {};
    for (const row of ready) {
      const taskId = row.taskId ?? '';
      const sent = { outcome: 'recommend', data: { amount: amountIn(row), justification } };
      try {
        await office((provider) => provider.completeTask(taskId, sent, keys(taskId, sent)));
        drafts.forget(taskId);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        refused[row.id] = Object.values(error.errors).join(' ') || error.message;
      }
    }
    setBusy(false);
    setDialog(null);
    setRefusals(refused);
    setChosen(new Set(Object.keys(refused)));
    const done = ready.length - Object.keys(refused).length;
    if (done > 0) notify('postup.evaluation.ranking.proposed', { type: 'success', messageArgs: { smart_count: done } });
    refresh();
  };

  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('postup.evaluation.ranking.rule')}
      </Typography>
      <StickyBar>
        <LeftLine list={list} total={view.totalAmount} />
        {starts.length > 0 && <TableSaveState drafts={drafts} />}
        <Box sx={{ flexGrow: 1 }} />
        {mayEdit && (
          <>
            <Button disabled={assignable.length === 0} onClick={() => setDialog('assign')}>
              {translate('postup.evaluation.ranking.assign', { count: assignable.length })}
            </Button>
            <Button variant="contained" disabled={busy || ready.length === 0} onClick={() => setDialog('propose')}>
              {translate('postup.evaluation.ranking.proposeChosen', { count: ready.length })}
            </Button>
          </>
        )}
        <Button size="small" startIcon={<DownloadIcon />} href={`/api/programmes/${view.id}/ranking?format=csv`} download>
          {translate('postup.words.exportCsv')}
        </Button>
      </StickyBar>
      <Box sx={SIDEWAYS}>
        <Table size="small" sx={CARDS_WHEN_NARROW}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('postup.evaluation.ranking.place')}</TableCell>
              <TableCell>{translate('postup.programmes.application')}</TableCell>
              <TableCell>{translate('postup.evaluation.counts')}</TableCell>
              <TableCell align="right">{translate('postup.evaluation.mean')}</TableCell>
              <TableCell align="right">{translate('postup.programmes.requested')}</TableCell>
              <TableCell align="right">{translate('postup.evaluation.recommended')}</TableCell>
              <TableCell align="right">{translate('postup.evaluation.ranking.amount')}</TableCell>
              <TableCell align="right">{translate('postup.evaluation.ranking.running')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {list.rows.map((ranked, at) => (
              <Fragment key={ranked.row.id}>
                {at === firstBelow && (
                  <TableRow>
                    <TableCell
                      colSpan={8}
                      sx={{ borderTop: '3px solid', borderTopColor: 'error.main', color: 'error.main', fontWeight: 700 }}
                    >
                      {translate('postup.evaluation.ranking.line')}
                    </TableCell>
                  </TableRow>
                )}
                <RankingLine
                  ranked={ranked}
                  maxAmount={view.maxAmount}
                  cell={mayEdit && ranked.row.taskId !== null ? (places.get(ranked.row.taskId) ?? -1) : -1}
                  chosen={isChosen(ranked.row)}
                  choosable={mayEdit && (ranked.row.taskId !== null || ranked.row.mayAssign)}
                  refusal={refusals[ranked.row.id]}
                  onChoose={(on) => toggle(ranked.row.id, on)}
                  onType={(amount) => ranked.row.taskId !== null && drafts.change(ranked.row.taskId, { amount })}
                />
              </Fragment>
            ))}
          </TableBody>
        </Table>
      </Box>
      {Object.keys(refusals).length > 0 && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {translate('postup.evaluation.ranking.someRefused')}
        </Alert>
      )}
      {dialog === 'propose' && (
        <ProposeDialog
          count={ready.length}
          sum={ready.reduce((sum, row) => sum + Number(amountIn(row)), 0)}
          busy={busy}
          onClose={() => setDialog(null)}
          onConfirm={(justification) => void propose(justification)}
        />
      )}
      {dialog === 'assign' && (
        <EvaluatorsDialog
          title={translate('postup.evaluation.ranking.assign', { count: assignable.length })}
          chosen={[]}
          sharing
          mayBeEmpty={false}
          act={act}
          onClose={() => {
            act.forget();
            setDialog(null);
          }}
          onConfirm={async (evaluators, each) => {
            const body = { caseIds: assignable.map(({ id }) => id), ...evaluators, ...(each !== undefined && { each }) };
            if (await act.run((_, key) => assignMany(view.id, body, key), body, 'postup.evaluation.assign.done')) setDialog(null);
          }}
        />
      )}
    </>
  );
}

/** Applications of the programme in the order of their points, with amounts and the line where the money ends. */
export function RankingTab({ programme }: { readonly programme: ProgrammeView }) {
  const session = useSession();
  const read = useOne<RankingView>('programmeRanking', programme.id);
  return (
    <Loaded read={read} lines={6}>
      {(view) =>
        view.rows.length === 0 ? (
          <EmptyState text="postup.programmes.noApplications" />
        ) : (
          session && <Ranking key={`${view.id}/${session.user.id}`} view={view} personId={session.user.id} />
        )
      }
    </Loaded>
  );
}
