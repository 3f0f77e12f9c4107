import { Alert, Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseEvaluationView, ChosenEvaluator, OneEvaluation, Standing } from '../../../processes/grant/evaluationViews';
import { formatMoney } from '../../../processes/money';
import type { CaseView } from '../../../processes/views';
import { useOne } from '../api/reads';
import { useAct } from '../api/useAct';
import { formatDateTime } from '../shared/dates';
import { Loaded } from '../shared/Loaded';
import { FactList } from '../shared/ValueList';
import { addByGroup, assignToCase } from './acts';
import { ByGroupDialog } from './ByGroupDialog';
import { decimal } from './decimal';
import { EvaluatorsDialog } from './EvaluatorsDialog';
import { CARDS_WHEN_NARROW, SIDEWAYS } from './responsive';

/** Who, and through which group. */
function useNames(): (people: readonly ChosenEvaluator[]) => string {
  const translate = useTranslate();
  return (people) =>
    people.map(({ name, group }) => (group === null ? name : translate('postup.evaluation.groups.through', { name, group }))).join(', ');
}

/** How far it is: in, needed, mean, spread. */
export function useStandingWords(): (standing: Standing) => { readonly counts: string; readonly spread: string } {
  const translate = useTranslate();
  return ({ needed, in: arrived, open, conflicts, spread }) => ({
    counts: [
      translate('postup.evaluation.inOf', { in: arrived, needed }),
      ...(open > 0 ? [translate('postup.evaluation.openCount', { count: open })] : []),
      ...(conflicts > 0 ? [translate('postup.evaluation.conflictCount', { count: conflicts })] : []),
    ].join(', '),
    spread: spread
      ? translate('postup.evaluation.spreadOf', {
          min: decimal(spread.min),
          max: decimal(spread.max),
          deviation: decimal(spread.deviation),
        })
      : '',
  });
}

/** Words have a line of their own under the points: in a column beside them nobody could read them. Narrow, both are one card. */
const NARROW = '@media (max-width: 899px)';
const WORDS_FOLLOW = {
  '& td': { borderBottom: 0 },
  [NARROW]: { '&&': { mb: 0, pb: 0, borderBottom: 0, borderBottomLeftRadius: 0, borderBottomRightRadius: 0 } },
};
const WORDS = { [NARROW]: { '&&': { pt: 0, borderTop: 0, borderTopLeftRadius: 0, borderTopRightRadius: 0 } } };

function Row({ one, view }: { readonly one: OneEvaluation; readonly view: CaseEvaluationView }) {
  const translate = useTranslate();
  const said = one.comment !== null || one.internalComment !== null || one.conflictReason !== null;
  return (
    <>
      <TableRow sx={said ? WORDS_FOLLOW : undefined}>
        <TableCell data-label={translate('postup.evaluation.evaluator')}>
          {one.evaluator.name}
          <Typography variant="caption" component="p" color={one.state === 'conflict' ? 'error' : 'text.secondary'}>
            {translate(`postup.evaluation.state.${one.state}`)}
            {one.closedAt !== null && ` ${formatDateTime(one.closedAt)}`}
          </Typography>
        </TableCell>
        {view.criteria.map(({ id, title }) => (
          <TableCell key={id} align="right" data-label={title}>
            {one.scores?.[id] ?? '–'}
          </TableCell>
        ))}
        <TableCell align="right" data-label={translate('postup.evaluation.total')}>
          {one.points === null ? '–' : decimal(one.points)}
        </TableCell>
        <TableCell align="right" data-label={translate('postup.evaluation.recommended')} sx={{ whiteSpace: 'nowrap' }}>
          {one.recommendedAmount === null ? '–' : formatMoney(one.recommendedAmount)}
        </TableCell>
      </TableRow>
      {said && (
        <TableRow sx={WORDS}>
          <TableCell colSpan={view.criteria.length + 3} data-label={translate('postup.evaluation.words')} sx={{ whiteSpace: 'pre-wrap' }}>
            {one.comment}
            {one.internalComment !== null && (
              <Typography variant="caption" component="p">
                {translate('postup.evaluation.internalComment')}: {one.internalComment}
              </Typography>
            )}
            {one.conflictReason !== null && one.conflictReason}
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

function Evaluation({ view, again }: { readonly view: CaseEvaluationView; readonly again: () => void }) {
  const translate = useTranslate();
  const standing = useStandingWords()(view);
  const act = useAct({ quiet: true });
  const names = useNames();
  const [choosing, setChoosing] = useState<'people' | 'groups' | null>(null);
  const close = (): void => {
    act.forget();
    setChoosing(null);
  };
  const done = (): void => {
    setChoosing(null);
    again();
  };
  const tooFew = view.open === 0 && view.evaluations.length > 0 && view.in < view.needed;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <FactList
        facts={[
          [translate('postup.evaluation.counts'), standing.counts],
          [translate('postup.evaluation.mean'), view.mean === null ? '' : decimal(view.mean)],
          [translate('postup.evaluation.spread'), standing.spread],
          [translate(`postup.evaluation.${view.own ? 'own' : view.byGroups ? 'group' : 'programme'}Evaluators`), names(view.evaluators)],
        ]}
      />
      {tooFew && (
        <Alert severity="warning">{translate(view.left.length > 0 ? 'postup.evaluation.askMore' : 'postup.evaluation.addMore')}</Alert>
      )}
      {view.nobodyAsked && <Alert severity="warning">{translate('postup.evaluation.groups.nobodyAsked')}</Alert>}
      {view.mayAssign && !view.nobodyAsked && view.byGroups && view.evaluators.length === 0 && (
        <Alert severity="warning">{translate('postup.evaluation.groups.nobodyFits')}</Alert>
      )}
      {view.mayAssign && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button onClick={() => setChoosing('people')}>{translate('postup.evaluation.assign.one')}</Button>
          <Button onClick={() => setChoosing('groups')}>{translate('postup.evaluation.groups.add')}</Button>
        </Box>
      )}
      {view.open > 0 && (
        <Typography variant="body2" color="text.secondary">
          {translate('postup.evaluation.blind')}
        </Typography>
      )}
      {view.evaluations.length > 0 && (
        <Box sx={SIDEWAYS} tabIndex={0} role="region" aria-label={translate('postup.cases.tab.evaluation')}>
          <Table size="small" sx={CARDS_WHEN_NARROW}>
            <TableHead>
              <TableRow>
                <TableCell>{translate('postup.evaluation.evaluator')}</TableCell>
                {view.criteria.map(({ id, title, maxPoints }) => (
                  <TableCell key={id} align="right">
                    {title} (0–{maxPoints})
                  </TableCell>
                ))}
                <TableCell align="right">{translate('postup.evaluation.total')}</TableCell>
                <TableCell align="right">{translate('postup.evaluation.recommended')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {view.evaluations.map((one) => (
                <Row key={one.taskId} one={one} view={view} />
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {choosing === 'people' && (
        <EvaluatorsDialog
          title={translate('postup.evaluation.assign.one')}
          chosen={view.evaluators.map(({ id }) => id)}
          sharing={false}
          mayBeEmpty
          act={act}
          onClose={close}
          onConfirm={async (chosen) => {
            const ids = 'evaluatorIds' in chosen ? chosen.evaluatorIds : [];
            if (await act.run(() => assignToCase(view.id, ids), ids, 'postup.evaluation.assign.done')) done();
          }}
        />
      )}
      {choosing === 'groups' && (
        <ByGroupDialog
          act={act}
          onClose={close}
          onConfirm={async (groupId) => {
            if (await act.run(() => addByGroup(view.id, groupId), groupId, 'postup.evaluation.assign.done')) done();
          }}
        />
      )}
    </Box>
  );
}

/** The evaluation of a case: how far it is, what it came to, who was excluded. */
export function EvaluationTab({ view }: { readonly view: CaseView }) {
  const read = useOne<CaseEvaluationView>('caseEvaluation', view.id);
  return <Loaded read={read}>{(evaluation) => <Evaluation view={evaluation} again={read.again} />}</Loaded>;
}
