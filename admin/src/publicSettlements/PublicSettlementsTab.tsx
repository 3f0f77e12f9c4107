import { Alert, Box, Button, Chip, Typography } from '@mui/material';
import { useCanAccess, useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { AcceptedSettlementView } from '../../../processes/publicSettlement/views';
import type { CaseView } from '../../../processes/views';
import { useParts } from '../api/reads';
import { useAct } from '../api/useAct';
import { formatDate, formatDateTime } from '../shared/dates';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { beginPublication } from './acts';
import { PublicationForm } from './PublicationForm';
import { PublishedReading } from './PublishedReading';

interface SettlementProps {
  readonly caseId: string;
  readonly settlement: AcceptedSettlementView;
  readonly may: boolean;
}

function Settlement({ caseId, settlement, may }: SettlementProps) {
  const translate = useTranslate();
  const act = useAct();
  const { ordinal, submittedOn, acceptedOn, sums, publication } = settlement;
  const state = publication?.state ?? 'none';
  return (
    <Box component="section" sx={{ minWidth: 0, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h6" component="h2">
          {translate('postup.publicSettlements.one', { ordinal })}
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          color={state === 'published' ? 'success' : 'default'}
          label={translate(`postup.publicSettlements.state.${state}`)}
        />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {translate('postup.publicSettlements.facts', {
          submitted: formatDate(submittedOn),
          accepted: formatDate(acceptedOn),
          amount: formatMoney(sums.amount),
          fromGrant: formatMoney(sums.fromGrant),
          recognised: formatMoney(sums.accepted),
        })}
      </Typography>
      {publication?.state === 'withdrawn' && (
        <Alert severity="info">
          {translate('postup.publicSettlements.withdrawnBy', {
            name: publication.withdrawnBy?.name ?? '',
            date: formatDateTime(publication.withdrawnAt),
            reason: publication.withdrawReason ?? '',
          })}
        </Alert>
      )}
      {publication === null && may && (
        <Box>
          <Button
            size="small"
            variant="outlined"
            disabled={act.busy}
            onClick={() =>
              void act.run((_provider, key) => beginPublication(caseId, ordinal, key), ['begin', ordinal], 'postup.publicSettlements.begun')
            }
          >
            {translate('postup.publicSettlements.begin', { ordinal })}
          </Button>
        </Box>
      )}
      {publication !== null &&
        (may && publication.state !== 'published' ? (
          <PublicationForm key={publication.version} publication={publication} />
        ) : (
          <PublishedReading publication={publication} mayWithdraw={may} />
        ))}
    </Box>
  );
}

/** Accepted settlements of the grant, and what of each is published in the register of grants. */
export default function PublicSettlementsTab({ view }: { readonly view: CaseView }) {
  const translate = useTranslate();
  const read = useParts<AcceptedSettlementView>('public-settlements', view.id);
  const { canAccess: may = false } = useCanAccess({ resource: 'publicSettlements', action: 'publish' });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="body2" color="text.secondary">
        {translate('postup.publicSettlements.lead')}
      </Typography>
      <Loaded read={read}>
        {(settlements) =>
          settlements.length === 0 ? (
            <EmptyState text="postup.publicSettlements.empty" />
          ) : (
            <>
              {settlements.map((settlement) => (
                <Settlement key={settlement.id} caseId={view.id} settlement={settlement} may={may} />
              ))}
            </>
          )
        }
      </Loaded>
    </Box>
  );
}
