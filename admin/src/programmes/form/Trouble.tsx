import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FormDraft } from './useFormDraft';

/** Why it was not saved, and the way on; beside the button that did not work. */
export function Trouble({ draft }: { readonly draft: FormDraft }) {
  const translate = useTranslate();
  const { overtaken, refusal, takeTheirs, busy } = draft;
  if (overtaken) {
    return (
      <Alert
        severity="warning"
        action={
          <Button color="inherit" size="small" disabled={busy} onClick={takeTheirs} sx={{ whiteSpace: 'nowrap' }}>
            {translate('postup.designer.conflict.load')}
          </Button>
        }
        sx={{ width: '100%', flexWrap: { xs: 'wrap', md: 'nowrap' } }}
      >
        {translate('postup.designer.conflict.text')}
      </Alert>
    );
  }
  // A stale version is told above, once the new one is read.
  if (!refusal || refusal.status === 412) return null;
  return (
    <Alert severity="error" sx={{ width: '100%' }}>
      {refusal.message}
    </Alert>
  );
}
