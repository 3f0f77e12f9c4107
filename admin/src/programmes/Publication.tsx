import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { ProgrammeView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { formatDate, formatDateTime } from '../shared/dates';
import { ReasonDialog } from '../shared/ReasonDialog';
import { useNow } from '../shared/useNow';
import { publication } from './rules';

function Draft({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const act = useAct();
  const rule = publication(programme.intakeOpensAt, useNow());
  return (
    <Alert
      severity={rule.inTime ? 'info' : 'warning'}
      action={
        <Button
          variant="contained"
          disabled={act.busy || !rule.inTime}
          onClick={() =>
            void act.run((provider) => provider.publishProgramme(programme.id), programme.version, 'postup.programmes.published')
          }
        >
          {translate('postup.programmes.publish')}
        </Button>
      }
    >
      {translate('postup.programmes.publishRule')}{' '}
      <strong>
        {rule.inTime
          ? translate('postup.programmes.publishOk', { smart_count: rule.days })
          : translate('postup.programmes.publishLate', { date: formatDate(rule.earliest) })}
      </strong>
    </Alert>
  );
}

function Published({ programme, mayClose }: { readonly programme: ProgrammeView; readonly mayClose: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const [closing, setClosing] = useState(false);
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <span>{translate('postup.programmes.publishedOn', { date: formatDateTime(programme.publishedAt) })}</span>
      {mayClose && programme.state === 'published' && (
        <Button size="small" color="error" onClick={() => setClosing(true)}>
          {translate('postup.programmes.close')}
        </Button>
      )}
      {closing && (
        <ReasonDialog
          title="postup.programmes.close"
          hint="postup.programmes.closeHint"
          confirm="postup.programmes.close"
          keptAs={`close.${programme.id}`}
          busy={act.busy}
          onClose={() => setClosing(false)}
          onConfirm={(reason) =>
            act.run((provider) => provider.closeProgramme(programme.id, reason), reason, 'postup.programmes.closedDone')
          }
        />
      )}
    </Box>
  );
}

/** Publishing with the rule of 30 days in sight, or closing with a reason. */
export function Publication({ programme }: { readonly programme: ProgrammeView }) {
  const { canAccess: mayPublish = false } = useCanAccess({ resource: 'programmes', action: 'publish' });
  if (programme.state !== 'draft') return <Published programme={programme} mayClose={mayPublish} />;
  return mayPublish ? <Draft programme={programme} /> : null;
}
