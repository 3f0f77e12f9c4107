import { Box, Button, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Trouble } from './Trouble';
import type { FormDraft } from './useFormDraft';

/** Whether what is on the screen is kept: a key of the words with what goes into it. */
function stateOf({ busy, changed, saved }: FormDraft): readonly [string, { readonly version?: number }] {
  if (busy) return ['postup.designer.save.saving', {}];
  if (changed) return ['postup.designer.save.unsaved', {}];
  return saved.version === 0 ? ['postup.designer.save.never', {}] : ['postup.designer.save.saved', { version: saved.version }];
}

interface SaveBarProps {
  readonly draft: FormDraft;
  readonly faults: number;
  readonly onFirstFault: () => void;
}

/** Stays under the form: what is kept, what hinders it, save or give up. */
export function SaveBar({ draft, faults, onFirstFault }: SaveBarProps) {
  const translate = useTranslate();
  const { changed, busy, overtaken } = draft;
  const [key, fill] = stateOf(draft);
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 3,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        mt: 2,
        mx: -1.5,
        mb: -1.5,
        px: 1.5,
        py: 1,
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Trouble draft={draft} />
      <Typography role="status" variant="body2" sx={{ fontWeight: 600, color: changed ? 'warning.main' : 'text.primary' }}>
        {translate(key, fill)}
      </Typography>
      {faults > 0 && (
        <Link component="button" type="button" variant="body2" color="error" onClick={onFirstFault} sx={{ textAlign: 'left' }}>
          {translate('postup.designer.save.mend', { smart_count: faults })}
        </Link>
      )}
      <Box sx={{ display: 'flex', gap: 1, ml: 'auto' }}>
        <Button size="small" disabled={!changed || busy} onClick={draft.discard}>
          {translate('postup.designer.save.discard')}
        </Button>
        <Button size="small" variant="contained" disabled={!changed || busy || overtaken || faults > 0} onClick={() => void draft.save()}>
          {translate('postup.words.save')}
        </Button>
      </Box>
    </Box>
  );
}
