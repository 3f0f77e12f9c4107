import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FormDraft } from './useFormDraft';

interface NoticesProps {
  readonly draft: FormDraft;
  readonly isClosed: boolean;
  readonly mayEdit: boolean;
}

/** What the officer should know before touching anything, and what went wrong. */
export function Notices({ draft, isClosed, mayEdit }: NoticesProps) {
  const translate = useTranslate();
  const { saved, overtaken, refusal, takeTheirs, busy } = draft;
  // A stale version has its own notice, with the way on.
  const told = refusal && refusal.status !== 412 ? refusal.message : null;
  return (
    <>
      {isClosed && <Alert severity="info">{translate('postup.designer.closed')}</Alert>}
      {!isClosed && !mayEdit && <Alert severity="info">{translate('postup.designer.readOnly')}</Alert>}
      {saved.usedBy > 0 && !isClosed && mayEdit && (
        <Alert severity="info">{translate('postup.designer.usedBy', { smart_count: saved.usedBy })}</Alert>
      )}
      {overtaken && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" disabled={busy} onClick={takeTheirs} sx={{ whiteSpace: 'nowrap' }}>
              {translate('postup.designer.conflict.load')}
            </Button>
          }
          sx={{ flexWrap: { xs: 'wrap', md: 'nowrap' } }}
        >
          {translate('postup.designer.conflict.text')}
        </Alert>
      )}
      {told !== null && <Alert severity="error">{told}</Alert>}
    </>
  );
}
