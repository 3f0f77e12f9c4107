import { Alert, Box, Button, Link } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { ProgrammeView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { useSession } from '../auth/useSession';
import { addDays, dayOf, formatDate, formatDateTime } from '../shared/dates';
import { ReasonDialog } from '../shared/ReasonDialog';
import { useNow } from '../shared/useNow';
import { publication, PUBLISHED_FOR_DAYS } from './rules';

function Draft({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const act = useAct();
  const rule = publication(programme.intakeOpensAt, useNow());
  return (
    <Alert
      severity={rule.inTime ? 'info' : 'warning'}
      // On a phone the button stands under the text, which would otherwise be a column of single words.
      sx={{
        flexWrap: { xs: 'wrap', md: 'nowrap' },
        '& .MuiAlert-message': { flex: '1 1 220px' },
        '& .MuiAlert-action': { ml: 'auto', pt: 0 },
      }}
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
      </strong>{' '}
      {translate('postup.programmes.publishStands')}
    </Alert>
  );
}

function Published({ programme, mayClose }: { readonly programme: ProgrammeView; readonly mayClose: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const [closing, setClosing] = useState(false);
  const slug = useSession()?.tenant.slug;
  const { publishedAt } = programme;
  const until = publishedAt === null ? null : formatDate(addDays(dayOf(new Date(publishedAt)), PUBLISHED_FOR_DAYS));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' }}>
      <span>
        {translate('postup.programmes.publishedOn', { date: formatDateTime(publishedAt) })}{' '}
        {until !== null && translate('postup.programmes.publishedUntil', { date: until })}
      </span>
      {slug !== undefined && (
        <Link href={`/${slug}/programy/${programme.id}`} target="_blank" rel="noopener">
          {translate('postup.programmes.onPortal')}
        </Link>
      )}
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
