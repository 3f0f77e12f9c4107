import { Alert, Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseEvaluationView, OneEvaluation, Standing } from '../../../processes/grant/evaluationViews';
import { formatMoney } from '../../../processes/money';
import type { CaseView, PersonRef } from '../../../processes/views';
import { useOne } from '../api/reads';
import { useAct } from '../api/useAct';
import { formatDateTime } from '../shared/dates';
import { Loaded } from '../shared/Loaded';
import { FactList } from '../shared/ValueList';
import { assignToCase } from './acts';
import { decimal } from './decimal';
import { EvaluatorsDialog } from './EvaluatorsDialog';
import { CARDS_WHEN_NARROW, SIDEWAYS } from './responsive';

const names = (people: readonly PersonRef[]): string => people.map(({ name }) => name).join(', ');

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

function Row({ one, view }: { readonly one: OneEvaluation; readonly view: CaseEvaluationView }) {
  const translate = useTranslate();
  return (
    <TableRow>
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
      <TableCell data-label={translate('postup.evaluation.words')} sx={{ whiteSpace: 'pre-wrap' }}>
        {one.comment}
        {one.internalComment !== null && (
          <Typography variant="caption" component="p">
            {translate('postup.evaluation.internalComment')}: {one.internalComment}
          </Typography>
        )}
        {one.conflictReason !== null && one.conflictReason}
      </TableCell>
    </TableRow>
  );
}

function Evaluation({ view, again }: { readonly view: CaseEvaluationView; readonly again: () => void }) {
  const translate = useTranslate();
  const standing = useStandingWords()(view);
  const act = useAct({ quiet: true });
  const [choosing, setChoosing] = useState(false);
  const tooFew = view.open === 0 && view.evaluations.length > 0 && view.in < view.needed;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <FactList
        facts={[
          [translate('postup.evaluation.counts'), standing.counts],
          [translate('postup.evaluation.mean'), view.mean === null ? '' : decimal(view.mean)],
          [translate('postup.evaluation.spread'), standing.spread],
          [translate(view.own ? 'postup.evaluation.ownEvaluators' : 'postup.evaluation.programmeEvaluators'), names(view.evaluators)],
        ]}
      />
      {tooFew && (
        <Alert severity="warning">{translate(view.left.length > 0 ? 'postup.evaluation.askMore' : 'postup.evaluation.addMore')}</Alert>
      )}
      {view.mayAssign && (
        <Box>
          <Button onClick={() => setChoosing(true)}>{translate('postup.evaluation.assign.one')}</Button>
        </Box>
      )}
      {view.open > 0 && (
        <Typography variant="body2" color="text.secondary">
          {translate('postup.evaluation.blind')}
        </Typography>
      )}
      {view.evaluations.length > 0 && (
        <Box sx={SIDEWAYS}>
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
                <TableCell>{translate('postup.evaluation.words')}</TableCell>
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
      {choosing && (
        <EvaluatorsDialog
          title={translate('postup.evaluation.assign.one')}
          chosen={view.evaluators.map(({ id }) => id)}
          sharing={false}
          mayBeEmpty
          act={act}
          onClose={() => setChoosing(false)}
          onConfirm={async (ids) => {
            if (!(await act.run(() => assignToCase(view.id, ids), ids, 'postup.evaluation.assign.done'))) return;
            setChoosing(false);
            again();
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
