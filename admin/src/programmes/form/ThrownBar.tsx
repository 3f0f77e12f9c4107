import { Button, Snackbar } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Thrown } from './designer';
import { useNames } from './useNames';

/** Long enough to be read and reached by the keyboard. */
const READING_MS = 20_000;

interface ThrownBarProps {
  readonly thrown: Thrown;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

/** Says what was thrown away, with the way back. */
export function ThrownBar({ thrown, onRestore, onClose }: ThrownBarProps) {
  const translate = useTranslate();
  const { titled } = useNames();
  const sentences = [
    thrown.what === 'item'
      ? translate('postup.designer.thrown.item', { title: titled(thrown.title) })
      : translate(`postup.designer.thrown.${thrown.what}`),
    ...(thrown.cleaned ? [translate('postup.designer.thrown.cleaned')] : []),
  ];
  return (
    <Snackbar
      open
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      message={sentences.join(' ')}
      autoHideDuration={READING_MS}
      onClose={(_, reason) => {
        if (reason !== 'clickaway') onClose();
      }}
      action={
        <Button size="small" color="inherit" onClick={onRestore} sx={{ textDecoration: 'underline' }}>
          {translate('postup.designer.thrown.restore')}
        </Button>
      }
      sx={{ bottom: { xs: 116, sm: 72 } }}
    />
  );
}
