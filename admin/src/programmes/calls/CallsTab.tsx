import { Alert, Box, Button, Card, CardContent, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { formatMoney } from '../../../../processes/money';
import type { CallView } from '../../../../processes/programmeViews';
import type { ProgrammeView } from '../../../../processes/views';
import { useAct } from '../../api/useAct';
import { formatDate, formatDateTime } from '../../shared/dates';
import { ReasonDialog } from '../../shared/ReasonDialog';
import { useNow } from '../../shared/useNow';
import { FactList } from '../../shared/ValueList';
import { publication } from '../rules';
import { CallDialog } from './CallDialog';
import { callState } from './callState';

interface CallProps {
  readonly programme: ProgrammeView;
  readonly call: CallView;
}

/** Publishing a further call with the rule of 30 days in sight. The first one is published with its programme. */
function Publishing({ programme, call }: CallProps) {
  const translate = useTranslate();
  const act = useAct();
  const rule = publication(call.intakeOpensAt, useNow());
  if (programme.state !== 'published') return null;
  return (
    <Alert
      severity={rule.inTime ? 'info' : 'warning'}
      sx={{ mt: 1 }}
      action={
        <Button
          variant="contained"
          size="small"
          disabled={act.busy || !rule.inTime}
          onClick={() => void act.run((provider) => provider.publishCall(programme.id, call.id), call.version, 'postup.calls.published')}
        >
          {translate('postup.calls.publish')}
        </Button>
      }
    >
      {translate('postup.calls.publishRule')}{' '}
      <strong>
        {rule.inTime
          ? translate('postup.calls.publishOk', { smart_count: rule.days })
          : translate('postup.calls.publishLate', { date: formatDate(rule.earliest) })}
      </strong>
    </Alert>
  );
}

function Ending({ programme, call, onClose }: CallProps & { readonly onClose: () => void }) {
  const act = useAct();
  return (
    <ReasonDialog
      title="postup.calls.close"
      hint="postup.calls.closeHint"
      confirm="postup.calls.close"
      keptAs={`closeCall.${call.id}`}
      busy={act.busy}
      onClose={onClose}
      onConfirm={(reason) => act.run((provider) => provider.closeCall(programme.id, call.id, reason), reason, 'postup.calls.closed')}
    />
  );
}

function CallCard({ programme, call, mayEdit, mayPublish }: CallProps & { readonly mayEdit: boolean; readonly mayPublish: boolean }) {
  const translate = useTranslate();
  const state = callState(call, programme, useNow());
  const [dialog, setDialog] = useState<'edit' | 'close' | null>(null);
  const live = state === 'open' || state === 'announced';
  const changeable = programme.state !== 'closed' && state !== 'ended';
  return (
    <Card component="section" variant="outlined" aria-labelledby={`call-${call.id}`} sx={{ mb: 1.5 }}>
      <CardContent>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
          <Typography id={`call-${call.id}`} variant="subtitle1" component="h3" sx={{ overflowWrap: 'anywhere' }}>
            {translate('postup.calls.ordinal', { ordinal: call.ordinal })}
            {call.title !== '' && `: ${call.title}`}
          </Typography>
          <Chip
            size="small"
            variant="outlined"
            color={state === 'open' ? 'success' : state === 'announced' ? 'info' : 'default'}
            label={translate(`postup.calls.states.${state}`)}
          />
          <Box sx={{ flex: 1 }} />
          {mayEdit && changeable && (
            <Button size="small" onClick={() => setDialog('edit')}>
              {translate(call.publishedAt === null ? 'postup.words.edit' : 'postup.calls.prolong')}
            </Button>
          )}
          {mayPublish && live && (
            <Button size="small" color="error" onClick={() => setDialog('close')}>
              {translate('postup.calls.close')}
            </Button>
          )}
        </Box>
        <FactList
          facts={[
            [translate('postup.calls.intakeOpensAt'), formatDateTime(call.intakeOpensAt)],
            [translate('postup.calls.intakeClosesAt'), formatDateTime(call.intakeClosesAt)],
            [translate('postup.calls.decisionDays'), String(call.decisionDays)],
            [translate('postup.calls.settlementDueOn'), formatDate(call.settlementDueOn)],
            [translate('postup.calls.amount'), call.amount === null ? translate('postup.calls.wholeRest') : formatMoney(call.amount)],
            [translate('postup.calls.publishedAt'), formatDateTime(call.publishedAt) || '–'],
            ...(call.closedAt === null ? [] : [[translate('postup.calls.closedAt'), formatDateTime(call.closedAt)] as const]),
            [translate('postup.calls.applications'), String(call.applications ?? 0)],
          ]}
        />
        {mayPublish && call.publishedAt === null && <Publishing programme={programme} call={call} />}
        {dialog === 'edit' && <CallDialog programme={programme} call={call} onClose={() => setDialog(null)} />}
        {dialog === 'close' && <Ending programme={programme} call={call} onClose={() => setDialog(null)} />}
      </CardContent>
    </Card>
  );
}

/** Calls of the programme, the last first: each takes applications in its own time. */
export function CallsTab({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const [adding, setAdding] = useState(false);
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'programmes', action: 'edit' });
  const { canAccess: mayPublish = false } = useCanAccess({ resource: 'programmes', action: 'publish' });
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('postup.calls.lead')}
      </Typography>
      {mayEdit && programme.state !== 'closed' && (
        <Button variant="outlined" size="small" sx={{ mb: 1.5 }} onClick={() => setAdding(true)}>
          {translate('postup.calls.add')}
        </Button>
      )}
      {[...programme.calls].reverse().map((call) => (
        <CallCard key={call.id} programme={programme} call={call} mayEdit={mayEdit} mayPublish={mayPublish} />
      ))}
      {adding && <CallDialog programme={programme} call={null} onClose={() => setAdding(false)} />}
    </Box>
  );
}
