import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';

interface ReasonDialogProps {
  readonly title: string;
  readonly hint?: string;
  /** The word on the button that does it. */
  readonly confirm: string;
  readonly busy: boolean;
  /** False while what stands in `children` is not complete. */
  readonly ready?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

/** Asks for a reason instead of 'are you sure': who has to write why, thinks. Mount it when it is wanted. */
export function ReasonDialog({ title, hint, confirm, busy, ready = true, children, onClose, onConfirm }: ReasonDialogProps) {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // A dialog sits inside the form of the page in React's tree: its submit must not reach that form.
    event.stopPropagation();
    setTried(true);
    if (!missing && ready) onConfirm(reason.trim());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <form onSubmit={submit} noValidate>
        <DialogTitle>{translate(title)}</DialogTitle>
        <DialogContent>
          {hint !== undefined && <DialogContentText>{translate(hint)}</DialogContentText>}
          {children}
          <TextField
            label={translate('postup.words.reason')}
            helperText={translate(tried && missing ? 'postup.words.reasonNeeded' : 'postup.words.reasonHint')}
            error={tried && missing}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            multiline
            minRows={3}
            fullWidth
            required
            autoFocus
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {translate(confirm)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
