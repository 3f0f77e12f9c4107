import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useSession } from '../auth/useSession';
import { useKeptText } from './useKeptText';

interface ReasonDialogProps {
  readonly title: string;
  readonly hint?: string;
  /** The word on the button that does it. */
  readonly confirm: string;
  /** Under what the reason is kept until it is sent: the act and the record, `suspend.<case>`. */
  readonly keptAs: string;
  readonly busy: boolean;
  /** False while what stands in `children` is not complete. */
  readonly ready?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  /** @returns whether it was done; then the dialog closes. */
  readonly onConfirm: (reason: string) => Promise<boolean>;
}

/**
 * Asks for a reason instead of 'are you sure': who has to write why, thinks. Mount it when it is wanted. What is typed stays until it is sent or cancelled,
 * also when the session ends or the dialog is closed by a click beside it.
 */
export function ReasonDialog({ title, hint, confirm, keptAs, busy, ready = true, children, onClose, onConfirm }: ReasonDialogProps) {
  const translate = useTranslate();
  const { text: reason, change, forget } = useKeptText(useSession()?.user.id, `reason.${keptAs}`);
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const leave = (): void => {
    forget();
    onClose();
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    // A dialog sits inside the form of the page in React's tree: its submit must not reach that form.
    event.stopPropagation();
    setTried(true);
    if (!missing && ready && (await onConfirm(reason.trim()))) leave();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <form onSubmit={(event: SyntheticEvent) => void submit(event)} noValidate>
        <DialogTitle>{translate(title)}</DialogTitle>
        <DialogContent>
          {hint !== undefined && <DialogContentText>{translate(hint)}</DialogContentText>}
          {children}
          <TextField
            label={translate('postup.words.reason')}
            helperText={translate(tried && missing ? 'postup.words.reasonNeeded' : 'postup.words.reasonHint')}
            error={tried && missing}
            value={reason}
            onChange={(event) => change(event.target.value)}
            multiline
            minRows={3}
            fullWidth
            required
            autoFocus
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={leave}>{translate('postup.words.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {translate(confirm)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
