import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { isIco } from '../../../../processes/identifiers';
import type { DeMinimisView } from '../../../../processes/officersSection/views';
import { useAct } from '../../api/useAct';
import { linkUndertaking, unlinkUndertaking } from './acts';
import { ReasonButton } from './ReasonButton';

type View = DeMinimisView & { readonly id: string };

function Links({ view, may }: { readonly view: View; readonly may: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  if (view.links.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {translate('postup.office.deMinimis.alone')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {view.links.map((link) => (
        <Typography key={link.id} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {link.ico} + {link.otherIco}: {link.reason} ({link.by.name}){' '}
          {may && (
            <ReasonButton
              title={translate('postup.office.deMinimis.unlink', { ico: link.ico, otherIco: link.otherIco })}
              short="postup.office.deMinimis.unlinkShort"
              keptAs={`unlink.${link.id}`}
              busy={act.busy}
              onConfirm={(reason) => act.run(() => unlinkUndertaking(view.id, link.id, reason), reason, 'postup.office.deMinimis.unlinked')}
            />
          )}
        </Typography>
      ))}
    </Box>
  );
}

function LinkForm({ view }: { readonly view: View }) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const [ico, setIco] = useState('');
  const [reason, setReason] = useState('');
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (await act.run(() => linkUndertaking(view.id, ico.trim(), reason.trim()), [ico, reason], 'postup.office.deMinimis.linked')) {
      setIco('');
      setReason('');
    }
  };
  const errors = act.error?.errors ?? {};
  return (
    <Box component="form" onSubmit={(event: SyntheticEvent) => void submit(event)} sx={{ display: 'grid', gap: 1, mt: 1 }}>
      <Typography variant="body2">{translate('postup.office.deMinimis.link')}</Typography>
      <Typography variant="caption" color="text.secondary">
        {translate('postup.office.deMinimis.linkHint')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '160px 1fr auto' }, alignItems: 'start' }}>
        <TextField
          size="small"
          label={translate('postup.office.deMinimis.ico')}
          value={ico}
          onChange={(event) => setIco(event.target.value)}
          error={errors.ico !== undefined}
          helperText={errors.ico}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 8 } }}
        />
        <TextField
          size="small"
          label={translate('postup.words.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={errors.reason !== undefined}
          helperText={errors.reason}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
        />
        <Button type="submit" size="small" variant="outlined" disabled={act.busy || !isIco(ico.trim()) || reason.trim().length < 3}>
          {translate('postup.office.deMinimis.linkDo')}
        </Button>
      </Box>
      {act.error !== null && Object.keys(errors).length === 0 && <Alert severity="error">{act.error.message}</Alert>}
    </Box>
  );
}

/** Who is one undertaking with the applicant. */
export function Undertaking({ view, may }: { readonly view: View; readonly may: boolean }) {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="subtitle2" component="h3">
        {translate('postup.office.deMinimis.members')}
      </Typography>
      <Links view={view} may={may} />
      {may && <LinkForm view={view} />}
    </Box>
  );
}
