import { Box, LinearProgress, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { formatEuro, formatRate } from '../../../../processes/grant/deMinimis';
import { isDay } from '../../../../processes/identifiers';
import { formatMoney } from '../../../../processes/money';
import type { DeMinimisView, SupportView } from '../../../../processes/officersSection/views';
import { useOne } from '../../api/reads';
import { useAct } from '../../api/useAct';
import { CaseLink } from '../../shared/CaseLink';
import { formatDate } from '../../shared/dates';
import { Loaded } from '../../shared/Loaded';
import { AMOUNT, UNBROKEN } from '../../shared/looks';
import { FactList } from '../../shared/ValueList';
import { voidSupport } from './acts';
import { RecordSupport } from './RecordSupport';
import { ReasonButton } from './ReasonButton';
import { Undertaking } from './Undertaking';

type View = DeMinimisView & { readonly id: string };

/** How much of the ceiling is used, in words, in numbers and as a bar. */
function Position({ view }: { readonly view: View }) {
  const translate = useTranslate();
  const used = Math.min(100, (view.total / view.ceiling) * 100);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <FactList
        facts={[
          [translate('postup.office.deMinimis.undertaking'), view.members.length > 0 ? view.members.join(', ') : view.recipient.name],
          [translate('postup.office.deMinimis.total'), formatEuro(view.total)],
          [translate('postup.office.deMinimis.headroom'), <strong key="left">{formatEuro(view.headroom)}</strong>],
          [translate('postup.office.deMinimis.ceiling'), `${formatEuro(view.ceiling)} (${view.provision})`],
        ]}
      />
      <LinearProgress
        variant="determinate"
        value={used}
        color={view.headroom === 0 ? 'error' : used > 80 ? 'warning' : 'primary'}
        aria-label={translate('postup.office.deMinimis.used')}
        sx={{ height: 8, borderRadius: 1 }}
      />
      <Typography variant="caption" color="text.secondary">
        {translate('postup.office.deMinimis.window', { from: formatDate(view.from) })}
      </Typography>
    </Box>
  );
}

function Support({ support, may }: { readonly support: SupportView; readonly may: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  return (
    <TableRow sx={support.voided === null ? undefined : { '& td': { color: 'text.secondary' } }}>
      <TableCell sx={UNBROKEN}>
        {formatDate(support.grantedOn)}
        <Typography variant="caption" component="p" color="text.secondary">
          {translate('postup.office.deMinimis.countsUntil')} {formatDate(support.countsUntil)}
        </Typography>
      </TableCell>
      <TableCell sx={AMOUNT}>
        {support.voided === null ? formatEuro(support.cents) : <s>{formatEuro(support.cents)}</s>}
        {support.amount !== null && support.rate !== null && support.rateSource !== null && (
          <Typography variant="caption" component="p" color="text.secondary">
            {formatMoney(support.amount)}, {formatRate(support.rate)} {translate(`postup.office.deMinimis.${support.rateSource}`)}
          </Typography>
        )}
      </TableCell>
      <TableCell>
        {support.provider ?? translate('postup.office.deMinimis.ours')}
        <Typography variant="caption" component="p" color="text.secondary">
          {support.ico ?? support.name} · <CaseLink caseId={support.caseId} number={support.caseNumber} />
        </Typography>
      </TableCell>
      <TableCell>
        {support.recordedBy.name}
        <Typography variant="caption" component="p" color="text.secondary">
          {support.voided === null
            ? formatDate(support.recordedAt)
            : translate('postup.office.deMinimis.voided', { reason: support.voided.reason })}
        </Typography>
      </TableCell>
      {may && (
        <TableCell align="right">
          {support.voided === null && (
            <ReasonButton
              title="postup.office.deMinimis.void"
              hint="postup.office.deMinimis.voidHint"
              keptAs={`voidSupport.${support.id}`}
              busy={act.busy}
              onConfirm={(reason) => act.run(() => voidSupport(support.id, reason), reason, 'postup.office.deMinimis.voidDone')}
            />
          )}
        </TableCell>
      )}
    </TableRow>
  );
}

function Supports({ supports, may }: { readonly supports: readonly SupportView[]; readonly may: boolean }) {
  const translate = useTranslate();
  if (supports.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary" sx={{ my: 1 }}>
        {translate('postup.office.deMinimis.empty')}
      </Typography>
    );
  }
  return (
    <Box sx={{ overflowX: 'auto', my: 1 }} tabIndex={0} role="region" aria-label={translate('postup.office.deMinimis.register')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('postup.office.deMinimis.grantedOn')}</TableCell>
            <TableCell align="right">{translate('postup.office.deMinimis.cents')}</TableCell>
            <TableCell>{translate('postup.office.deMinimis.provider')}</TableCell>
            <TableCell>{translate('postup.office.deMinimis.recordedBy')}</TableCell>
            {may && <TableCell component="td" />}
          </TableRow>
        </TableHead>
        <TableBody>
          {supports.map((support) => (
            <Support key={support.id} support={support} may={may} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** The same to another day, which the officer chooses; today until then. */
function PositionOnDay({ today }: { readonly today: View }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState(today.day);
  const day = isDay(typed) ? typed : today.day;
  const read = useOne<View>(`case/de-minimis?on=${day}`, today.id);
  return (
    <>
      <TextField
        type="date"
        size="small"
        label={translate('postup.office.deMinimis.day')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ mb: 1 }}
      />
      <Loaded read={read}>{(view) => <Position view={view} />}</Loaded>
    </>
  );
}

/** Support de minimis of the applicant's undertaking against the ceiling of any three years. */
export function DeMinimis({ caseId }: { readonly caseId: string }) {
  const translate = useTranslate();
  const read = useOne<View>('case/de-minimis', caseId);
  const { canAccess: may = false } = useCanAccess({ resource: 'deMinimis', action: 'create' });
  return (
    <Loaded read={read}>
      {(view) =>
        !view.applies && view.supports.length === 0 ? (
          <Typography variant="body2" color="text.secondary">
            {translate('postup.office.deMinimis.notApplied')}
          </Typography>
        ) : (
          <>
            <PositionOnDay today={view} />
            <Supports supports={view.supports} may={may} />
            {may && view.applies && <RecordSupport view={view} />}
            {view.recipient.ico !== null && <Undertaking view={view} may={may} />}
          </>
        )
      }
    </Loaded>
  );
}
