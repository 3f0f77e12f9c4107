import { Alert, Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PublicationView } from '../../../processes/publicSettlement/views';
import { useAct } from '../api/useAct';
import { useSession } from '../auth/useSession';
import { ReasonButton } from '../cases/office/ReasonButton';
import { formatDateTime } from '../shared/dates';
import { FactList } from '../shared/ValueList';
import { withdrawSettlement } from './acts';
import { useTextName } from './TextRow';

/** A public version as it is read: published, or by who may not change it. */
export function PublishedReading({ publication, mayWithdraw }: { readonly publication: PublicationView; readonly mayWithdraw: boolean }) {
  const translate = useTranslate();
  const nameOf = useTextName();
  const act = useAct();
  const slug = useSession()?.tenant.slug;
  const { id, caseId, state, texts, documentId, publishedBy, publishedAt } = publication;
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      {state === 'published' && (
        <Alert severity="success">
          {translate('postup.publicSettlements.publishedBy', { name: publishedBy?.name ?? '', date: formatDateTime(publishedAt) })}{' '}
          {slug !== undefined && (
            <Link href={`/${slug}/registr/${caseId}`} target="_blank" rel="noopener" underline="always">
              {translate('postup.publicSettlements.toRegister')}
            </Link>
          )}
          {', '}
          <Link href={`/api/documents/${documentId ?? ''}/content`} target="_blank" rel="noopener" underline="always">
            {translate('postup.publicSettlements.pdf')}
          </Link>
        </Alert>
      )}
      <FactList
        facts={texts.map((text) => [
          nameOf(text),
          <Typography key={nameOf(text)} variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text.published ?? translate('postup.publicSettlements.nothing')}
          </Typography>,
        ])}
      />
      {state === 'published' && mayWithdraw && (
        <Box>
          <ReasonButton
            title="postup.publicSettlements.withdraw"
            hint="postup.publicSettlements.withdrawHint"
            keptAs={`withdrawSettlement.${id}`}
            busy={act.busy}
            onConfirm={(reason) =>
              act.run(() => withdrawSettlement(publication, reason), [id, reason], 'postup.publicSettlements.withdrawDone')
            }
          />
        </Box>
      )}
    </Box>
  );
}
