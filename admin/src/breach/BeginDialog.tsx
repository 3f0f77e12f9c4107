import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { REASONS } from '../../../processes/breach/forms';
import { ask } from '../api/http';
import { useAct } from '../api/useAct';
import { useSession } from '../auth/useSession';
import { MoneyField } from '../shared/MoneyField';
import { useKeptText } from '../shared/useKeptText';

interface BeginDialogProps {
  readonly grantCaseId: string;
  /** Haléř. */
  readonly paid: number;
  readonly settlementOverdue: boolean;
  readonly onClose: () => void;
  readonly onBegun: () => void;
}

/** Begins proceedings on a breach: what is suspected, of how much money, why. What is typed stays until it is sent or cancelled. */
export function BeginDialog({ grantCaseId, paid, settlementOverdue, onClose, onBegun }: BeginDialogProps) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const [reason, setReason] = useState<(typeof REASONS)[number]>(settlementOverdue ? 'lateSettlement' : 'purpose');
  const [amount, setAmount] = useState<number | null>(paid);
  const finding = useKeptText(useSession()?.user.id, `breach.${grantCaseId}`);
  const errors = act.error?.errors ?? {};
  const leave = (): void => {
    finding.forget();
    onClose();
  };
  const body = { reason, amount, finding: finding.text.trim() };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    const send = (key: string) => ask(`/api/cases/${grantCaseId}/breach`, { method: 'POST', body, idempotencyKey: key });
    if (await act.run((_provider, key) => send(key), body, 'postup.breach.begun')) {
      onBegun();
      leave();
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="breach-dialog">
      <form onSubmit={(event: SyntheticEvent) => void submit(event)} noValidate>
        <DialogTitle id="breach-dialog">{translate('postup.breach.begin')}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2 }}>{translate('postup.breach.hint')}</DialogContentText>
          {act.error && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {act.error.message}
            </Alert>
          )}
          <Box sx={{ display: 'grid', gap: 2 }}>
            <TextField
              select
              label={translate('postup.breach.reason')}
              value={reason}
              onChange={(event) => setReason(REASONS.find((one) => one === event.target.value) ?? 'other')}
              error={errors.reason !== undefined}
              helperText={errors.reason}
              fullWidth
            >
              {REASONS.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`postup.breach.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <MoneyField
              id="breach-amount"
              label={translate('postup.breach.amount')}
              value={amount}
              onChange={setAmount}
              error={errors.amount}
              required
            />
            <TextField
              label={translate('postup.breach.finding')}
              value={finding.text}
              onChange={(event) => finding.change(event.target.value)}
              error={errors.finding !== undefined}
              helperText={errors.finding}
              multiline
              minRows={3}
              required
              fullWidth
              slotProps={{ htmlInput: { maxLength: 3000 } }}
            />
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={leave}>{translate('postup.words.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={act.busy || amount === null || body.finding === ''}>
            {translate('postup.breach.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
