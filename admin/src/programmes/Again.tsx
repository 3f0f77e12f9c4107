import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Button } from '@mui/material';
import { useCanAccess, useRedirect, useTranslate } from 'react-admin';
import type { ProgrammeView } from '../../../processes/views';
import { useAct } from '../api/useAct';

/** The same programme for the next year: a draft with its dates a year later, opened so that it is looked through before it is published. */
export function CopyButton({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const { canAccess: may = false } = useCanAccess({ resource: 'programmes', action: 'create' });
  const { busy, run } = useAct();
  const redirect = useRedirect();
  if (!may) return null;
  return (
    <Button
      size="small"
      startIcon={<CopyIcon />}
      disabled={busy}
      onClick={() =>
        void run(
          async (provider, key) => {
            const { id } = await provider.copyProgramme(programme.id, key);
            redirect('show', 'programmes', id);
          },
          programme.id,
          'postup.programmes.madeDraft',
        )
      }
    >
      {translate('postup.programmes.copy')}
    </Button>
  );
}
